import { elementwise } from "../../js/unit/elementwise.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = elementwise((values) => values.reduce((difference, value) => difference - value));
