import { findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { showFunction } from "../../js/unit/function.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...cellByCell,
  explain(page, y, x) {
    showFunction(page, y, x);
    if (!page.output) return;
    const passed = cellOf(page, page.output, y, x) > 0;
    for (const words of findAll("[data-when]", page.equation)) words.hidden = (words.dataset.when === "passed") !== passed;
  },
};
