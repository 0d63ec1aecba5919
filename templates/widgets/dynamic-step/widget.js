import { noCells } from "../../js/unit/cells.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** The page of a vector's unit stands still. @type {Widget<any>} */
export const widget = noCells;
