import { copying } from "../../js/unit/copy.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = copying;
