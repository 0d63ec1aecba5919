import { cellByCell } from "../../js/unit/cells.js";
import { showFunction } from "../../js/unit/function.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = { ...cellByCell, explain: showFunction };
