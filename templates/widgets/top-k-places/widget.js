import { ranking } from "../../js/unit/ranking.js";

export const widget = ranking({ chosen: (order, own) => order[own], given: (_, index) => index });
