import { MOST_DECIMALS, roundTo } from "../compute/numbers.js";
import { namedOf, orderOf } from "../compute/ranking.js";
import { find, findAll } from "../dom.js";
import { wordOf } from "../words.js";
import { cellByCell, cellOf } from "./cells.js";
import { showNumber, shownDecimals } from "./shown.js";

/** @import { UnitData, UnitPage, Widget } from "./page.js" */

/** @typedef {{ numbers: number[], order: number[], named: number[], chosen: number, rank: number, result: number }} RankedLine */

/**
 * What operators share that rank the numbers of a line.
 * @param {{
 *   chosen: (order: number[], own: number) => number, given: (line: RankedLine, index: number) => number, givesNumbers?: boolean,
 * }} rule which number a result is about, and what a number counts for
 * @returns {Widget<RankedLine>}
 */
export function ranking({ chosen, given, givesNumbers = false }) {
  return {
    ...cellByCell,
    inputWindow: (page, y, x) => (page.view.op?.alongColumns ? [y, 0, 1, page.view.inputs[0].shape[2]] : [y, x, 1, 1]),
    cell(data, y, x) {
      const { op, shape, unit } = data.view;
      if (!data.output || shape.length !== 3) return null;
      const numbers = lineAt(data, y, x);
      const order = orderOf(numbers);
      const own = op.alongColumns ? x : unit;
      const about = chosen(order, own);
      return {
        numbers,
        order,
        named: namedOf(order, about),
        chosen: about,
        rank: order.indexOf(about) + 1,
        result: cellOf(data, data.output, y, x),
      };
    },
    show(page, line) {
      const numbers = line.named.map((index) => line.numbers[index]);
      const decimals = apart(numbers, shownDecimals(find(".x", page.equation)));
      const whole = givesNumbers ? decimals : 0;
      findAll("[data-partial]", page.equation).forEach((row, i) => {
        const index = line.named[i];
        row.classList.toggle("chosen", index === line.chosen);
        showNumber(find(".x", row), line.numbers[index], decimals);
        showNumber(find(".p", row), given(line, index), whole);
        nameRow(page, row, index);
      });
      if (page.view.op.alongColumns) showNumber(find(".rank", page.equation), line.rank, 0);
      showNumber(find(".y", page.equation), line.result, whole);
    },
  };
}

/** The line's numbers, from the maps that are drawn. @param {UnitData} data @param {number} y @param {number} x */
function lineAt(data, y, x) {
  const { op, inputs, unit } = data.view;
  const [{ shape, units }] = inputs;
  if (!op.alongColumns) return data.inputs[0].map((map) => map[y * shape[2] + x]);
  const map = data.inputs[0][units.findIndex(([index]) => index === unit)];
  return [...map.subarray(y * shape[2], (y + 1) * shape[2])];
}

/** Another column may be among the largest of another row. @param {UnitPage} page @param {HTMLElement} row @param {number} index */
function nameRow(page, row, index) {
  const head = find("th", row);
  if (head && page.view.op.alongColumns) head.textContent = wordOf("column", index);
}

/**
 * Decimals with which numbers that differ look different; the twin of `Ranking.Apart`.
 * @param {number[]} numbers @param {number} least
 */
function apart(numbers, least) {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  let decimals = least;
  while (decimals < MOST_DECIMALS && sorted.some((x, i) => i > 0 && roundTo(x, decimals) === roundTo(sorted[i - 1], decimals))) decimals++;
  return decimals;
}
