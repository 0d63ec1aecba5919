import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => values.reduce((sum, value) => sum + value) / values.length);
