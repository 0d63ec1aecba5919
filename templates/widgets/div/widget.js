import { elementwise } from "../../js/unit/elementwise.js";

export const widget = elementwise((values) => values.reduce((quotient, value) => quotient / value));
