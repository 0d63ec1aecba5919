import { ranking } from "../../js/unit/ranking.js";

export const widget = ranking({ chosen: (_, own) => own, given: ({ order }, index) => (index === order[0] ? 1 : 0) });
