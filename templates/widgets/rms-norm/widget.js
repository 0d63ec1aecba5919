import { normalised } from "../../js/unit/normalised.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = normalised;
