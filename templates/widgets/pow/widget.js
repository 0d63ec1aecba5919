import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => values[0] ** values[1]);
