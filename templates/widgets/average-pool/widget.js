import { decimalsForSum, isWithinOne, settleDecimals } from "../../js/compute/decimals.js";
import { MOST_DECIMALS, decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { countedCells, rowSums, sumOf } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { showNumber } from "../../js/unit/shown.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @typedef {{ values: WindowValue[], sum: number, count: number, result: number }} Average the sum of a window, and how many cells divide it */

/** @type {Widget<Average>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const window = pooledWindow(data, y, x);
    if (!window) return null;
    const { op, inputs } = data.view;
    return { ...window, sum: sumOf(window.values), count: countedCells(window.values, op, inputs[0].shape, y, x) };
  },
  show(page, { values, sum, count, result }) {
    const { op, magnitude } = page.view;
    const places = findAll("[data-partial]", page.equation);
    const parts = places.length === 1 ? [{ terms: values, sum }] : rowSums(values, op.window.kernel[1]);
    const decimals = settleDecimals(decimalsFor(magnitude), sum / count, result);
    const d = averageDecimals(parts, count, result, decimals);
    parts.forEach((part, i) => {
      findAll("[data-term]", places[i]).forEach((term, k) => {
        showNumber(find(".x", term), values[k].x, d.x);
        term.classList.toggle("padding", values[k].pad);
      });
      showNumber(find(".p", places[i]), part.sum, d.p);
    });
    showNumber(find(".s", page.equation), sum, d.y);
    showNumber(find(".n", page.equation), count, 0);
    showNumber(find(".y", page.equation), result, decimals);
  },
};

/** The twin of `AveragePool.Explain`. @param {ExactPart[]} parts @param {number} count @param {number} mean @param {number} decimals */
function averageDecimals(parts, count, mean, decimals) {
  const sum = parts.reduce((total, part) => total + part.sum, 0);
  let d = decimalsForSum(parts, 0, sum, { x: 2, w: 2, p: decimals, y: decimals });
  for (let more = d.y + 1; more <= MOST_DECIMALS && !isWithinOne(roundTo(sum, d.y) / count, roundTo(mean, decimals), decimals); more++) {
    d = decimalsForSum(parts, 0, sum, { ...d, y: more, p: Math.max(d.p, more) });
  }
  return d;
}
