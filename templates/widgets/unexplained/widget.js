import { find } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...cellByCell,
  reads: () => [],
  explain(page, y, x) {
    if (page.output) replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};
