import { exponentials } from "../../js/unit/exponentials.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = exponentials;
