import { ranking } from "../../js/unit/ranking.js";

export const widget = ranking({ chosen: ([first]) => first, given: (_, index) => index });
