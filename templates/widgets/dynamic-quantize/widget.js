import { noCells } from "../../js/unit/cells.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** The step hangs on every cell of the picture, which the page hasn't: it stands still. @type {Widget<any>} */
export const widget = noCells;
