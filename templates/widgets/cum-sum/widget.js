import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** How many of the nearest cells are written out; the twin of `CumSum.Nearest`. */
const NEAREST = 12;

/** @type {Widget<{ parts: ExactPart[], result: number }>} */
export const widget = {
  ...cellByCell,
  inputWindow(page, y, x) {
    const { op, shape } = page.view;
    const [from, length] = spanOf(op, op.isDown ? y : x, op.isDown ? shape[1] : shape[2]);
    if (length === 0) return [y, x, 0, 0];
    return op.isDown ? [from, x, length, 1] : [y, from, 1, length];
  },

  cell(data, y, x) {
    const map = data.inputs[0]?.[0];
    if (!data.output || !map) return null;
    const { op, shape } = data.view;
    const [, height, width] = shape;
    const [index, length] = op.isDown ? [y, height] : [x, width];
    const step = op.isReverse ? 1 : -1;
    const terms = Array.from({ length }, (_, k) => {
      const at = index + (op.isExclusive ? step : 0) + k * step;
      const pad = at < 0 || at >= length;
      return { x: pad ? 0 : map[op.isDown ? at * width + x : y * width + at], pad };
    });
    const parts = [sumOf(terms.slice(0, NEAREST))];
    if (length > NEAREST) parts.push({ terms: [], sum: sumOf(terms.slice(NEAREST)).sum });
    return { parts, result: cellOf(data, data.output, y, x) };
  },

  show(page, { parts, result }) {
    showSum(page, parts, null, result);
  },
};

/** @param {Array<{ x: number, pad: boolean }>} terms @returns {ExactPart} */
function sumOf(terms) {
  return { terms, sum: terms.reduce((sum, term) => sum + term.x, 0) };
}

/** The first cell that is added up, and how many. @param {any} op @param {number} index @param {number} length */
function spanOf({ isReverse, isExclusive }, index, length) {
  const left = isExclusive ? 1 : 0;
  return isReverse ? [index + left, length - index - left] : [0, index + 1 - left];
}
