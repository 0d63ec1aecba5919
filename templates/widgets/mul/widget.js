import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => values.reduce((product, value) => product * value));
