import { find } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ result: number }>} */
export const widget = {
  ...cellByCell,
  reads: () => [],
  cell: (data, y, x) => (data.output ? { result: cellOf(data, data.output, y, x) } : null),
  show(page, { result }) {
    replaceNumber(find(".y", page.equation), result);
  },
};
