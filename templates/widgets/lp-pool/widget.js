import { isWithinOne, settleDecimals } from "../../js/compute/decimals.js";
import { MOST_DECIMALS, decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { find, findAll } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { showNumber } from "../../js/unit/shown.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], sum: number, result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const window = pooledWindow(data, y, x);
    return window && { ...window, sum: powers(window.values, data.view.op.power) };
  },
  show(page, { values, sum, result }) {
    const { op, magnitude } = page.view;
    const places = findAll("[data-partial]", page.equation);
    const width = values.length / places.length;
    const rows = places.map((_, i) => values.slice(i * width, (i + 1) * width));
    const d = normDecimals(rows, op.power, result, decimalsFor(magnitude));
    places.forEach((place, i) => {
      findAll("[data-term]", place).forEach((term, k) => {
        showNumber(find(".x", term), rows[i][k].x, d.x);
        term.classList.toggle("padding", rows[i][k].pad);
      });
      showNumber(find(".p", place), powers(rows[i], op.power), d.p);
    });
    showNumber(find(".s", page.equation), sum, d.s);
    showNumber(find(".y", page.equation), result, d.y);
  },
};

/** @param {Array<{ x: number }>} values @param {number} power */
function powers(values, power) {
  return values.reduce((sum, value) => sum + Math.abs(value.x) ** power, 0);
}

/** The twin of `LpPool.Explain`. @param {Array<Array<{ x: number }>>} rows @param {number} power @param {number} norm @param {number} wanted */
function normDecimals(rows, power, norm, wanted) {
  const sums = rows.map((row) => powers(row, power));
  const sum = sums.reduce((total, part) => total + part, 0);
  const y = settleDecimals(wanted, sum ** (1 / power), norm);
  const s = fewest(decimalsFor(sum), (d) => isWithinOne(roundTo(sum, d) ** (1 / power), roundTo(norm, y), y));
  const p = fewest(s, (d) =>
    isWithinOne(
      sums.reduce((total, part) => total + roundTo(part, d), 0),
      roundTo(sum, s),
      s,
    ),
  );
  const rounded = (/** @type {number} */ d) => rows[0].map((value) => ({ x: roundTo(value.x, d) }));
  const x = rows.length > 1 ? 0 : fewest(2, (d) => isWithinOne(powers(rounded(d), power), roundTo(sum, p), p));
  return { x, p, s, y };
}

/** @param {number} least @param {(decimals: number) => boolean} isEnough */
function fewest(least, isEnough) {
  let decimals = least;
  while (decimals < MOST_DECIMALS && !isEnough(decimals)) decimals++;
  return decimals;
}
