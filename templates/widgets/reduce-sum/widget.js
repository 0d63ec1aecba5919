import { rowSums, sumOf } from "../../js/compute/window.js";
import { find } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], sum: number, result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const window = pooledWindow(data, y, x);
    return window && { ...window, sum: sumOf(window.values) };
  },
  show(page, { values, sum, result }) {
    const isWhole = find("[data-partial] [data-term]", page.equation) !== null;
    showSum(page, isWhole ? [{ terms: values, sum }] : rowSums(values, page.view.op.window.kernel[1]), null, result);
  },
};
