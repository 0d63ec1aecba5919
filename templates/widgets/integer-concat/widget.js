import { noCells } from "../../js/unit/cells.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<any>} */
export const widget = noCells;
