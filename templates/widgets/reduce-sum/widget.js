import { rowSums, sumOf, windowValues } from "../../js/compute/window.js";
import { find } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], sum: number, result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const map = data.inputs[0]?.[0];
    if (!data.output || !map) return null;
    const values = windowValues(data.view.op.window, map, data.view.inputs[0].shape, y, x);
    return { values, sum: sumOf(values), result: cellOf(data, data.output, y, x) };
  },
  show(page, { values, sum, result }) {
    const isWhole = find("[data-partial] [data-term]", page.equation) !== null;
    showSum(page, isWhole ? [{ terms: values, sum }] : rowSums(values, page.view.op.window.kernel[1]), null, result);
  },
};
