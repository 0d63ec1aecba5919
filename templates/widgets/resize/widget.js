import { findAll } from "../../js/dom.js";
import { mapOfUnit } from "../../js/unit/partials.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { ExactTerm } from "../../js/compute/decimals.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  inputWindow(page, y, x) {
    const [top, bottom] = endsOf(page.view.op.rows.at[y]);
    const [left, right] = endsOf(page.view.op.columns.at[x]);
    return [top, left, bottom - top + 1, right - left + 1];
  },

  outputCell(page, _map, row, column) {
    return [nearestTo(page.view.op.rows, row), nearestTo(page.view.op.columns, column)];
  },

  explain(page, y, x) {
    const { op, inputs, shape } = page.view;
    const map = mapOfUnit(page, op.unit);
    if (!page.output || !map) return;
    const terms = op.rows.at[y].flatMap((/** @type {number} */ row, /** @type {number} */ r) =>
      op.columns.at[x].map((/** @type {number} */ column, /** @type {number} */ c) => ({
        x: map[row * inputs[0].shape[2] + column],
        w: weightOf(op.rows, y, r, op.columns, x, c),
      })),
    );
    showSum(
      page,
      [{ terms, sum: terms.reduce((/** @type {number} */ sum, /** @type {ExactTerm} */ term) => sum + term.x * (term.w ?? 1), 0) }],
      null,
      page.output[y * shape[2] + x],
    );
    for (const place of findAll("[data-nearest]"))
      place.textContent = String(place.dataset.nearest === "row" ? op.rows.at[y][0] : op.columns.at[x][0]);
  },
};

/**
 * How an axis is sampled: the input cells of each output cell and their weights; a single cell has none.
 * @typedef {{ at: number[][], weights: number[][] | null }} Sampling
 */

/** @param {Sampling} rows @param {number} y @param {number} r @param {Sampling} columns @param {number} x @param {number} c */
function weightOf(rows, y, r, columns, x, c) {
  if (!rows.weights && !columns.weights) return undefined;
  return (rows.weights ? rows.weights[y][r] : 1) * (columns.weights ? columns.weights[x][c] : 1);
}

/** @param {number[]} numbers */
function endsOf(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** The output cell that reads closest around an input cell. @param {Sampling} axis @param {number} cell */
function nearestTo(axis, cell) {
  const distance = (/** @type {number[]} */ at) => Math.abs(at.reduce((sum, i) => sum + i, 0) / at.length - cell);
  return axis.at.reduce((best, at, i) => (distance(at) < distance(axis.at[best]) ? i : best), 0);
}
