import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => Math.min(...values));
