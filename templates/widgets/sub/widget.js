import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => values.reduce((difference, value) => difference - value));
