import { rowSums, sumOf, windowValues } from "../../js/compute/window.js";
import { find } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...pooling,
  explain(page, y, x) {
    const map = page.inputs[0]?.[0];
    if (!page.output || !map) return;
    const { op, inputs } = page.view;
    const values = windowValues(op.window, map, inputs[0].shape, y, x);
    const isWhole = find("[data-partial] [data-term]", page.equation) !== null;
    showSum(
      page,
      isWhole ? [{ terms: values, sum: sumOf(values) }] : rowSums(values, op.window.kernel[1]),
      null,
      cellOf(page, page.output, y, x),
    );
  },
};
