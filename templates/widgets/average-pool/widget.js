import { decimalsForSum, isWithinOne, settleDecimals } from "../../js/compute/decimals.js";
import { MOST_DECIMALS, decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { rowSums, sumOf, windowStart, windowValues } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { showNumber } from "../../js/unit/shown.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...pooling,
  explain(page, y, x) {
    const map = page.inputs[0]?.[0];
    if (!page.output || !map) return;
    const { op, inputs, magnitude } = page.view;
    const values = windowValues(op.window, map, inputs[0].shape, y, x);
    const count = countedCells(values, op, inputs[0].shape, y, x);
    const mean = cellOf(page, page.output, y, x);
    const places = findAll("[data-partial]", page.equation);
    const parts = places.length === 1 ? [{ terms: values, sum: sumOf(values) }] : rowSums(values, op.window.kernel[1]);
    const decimals = settleDecimals(decimalsFor(magnitude), sumOf(values) / count, mean);
    const d = averageDecimals(parts, count, mean, decimals);
    parts.forEach((part, i) => {
      findAll("[data-term]", places[i]).forEach((term, k) => {
        showNumber(find(".x", term), values[k].x, d.x);
        term.classList.toggle("padding", values[k].pad);
      });
      showNumber(find(".p", places[i]), part.sum, d.p);
    });
    showNumber(find(".s", page.equation), sumOf(values), d.y);
    showNumber(find(".n", page.equation), count, 0);
    showNumber(find(".y", page.equation), mean, decimals);
  },
};

/**
 * How many cells of a window divide its sum. What lies beyond the padding, because sizes are rounded up, never does.
 * @param {Array<{ pad: boolean }>} values @param {any} op @param {number[]} shape @param {number} y @param {number} x
 */
function countedCells(values, op, shape, y, x) {
  if (!op.countPadding) return values.filter((value) => !value.pad).length;
  const { kernel, dilation } = op.window;
  const counted = windowStart(op.window, y, x).map(
    (start, axis) =>
      Array.from({ length: kernel[axis] }, (_, k) => start + k * dilation[axis]).filter((at) => at < shape[axis + 1] + op.padEnd[axis])
        .length,
  );
  return counted[0] * counted[1];
}

/** The twin of `AveragePool.Explain`. @param {ExactPart[]} parts @param {number} count @param {number} mean @param {number} decimals */
function averageDecimals(parts, count, mean, decimals) {
  const sum = parts.reduce((total, part) => total + part.sum, 0);
  let d = decimalsForSum(parts, 0, sum, { x: 2, w: 2, p: decimals, y: decimals });
  for (let more = d.y + 1; more <= MOST_DECIMALS && !isWithinOne(roundTo(sum, d.y) / count, roundTo(mean, decimals), decimals); more++) {
    d = decimalsForSum(parts, 0, sum, { ...d, y: more, p: Math.max(d.p, more) });
  }
  return d;
}
