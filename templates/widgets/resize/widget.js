import { endsOf, nearestTo, weightOf } from "../../js/compute/sampling.js";
import { findAll } from "../../js/dom.js";
import { cellOf, mapOfUnit } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ part: ExactPart, nearest: number[], result: number }>} */
export const widget = {
  inputWindow(page, y, x) {
    const [top, bottom] = endsOf(page.view.op.rows.at[y]);
    const [left, right] = endsOf(page.view.op.columns.at[x]);
    return [top, left, bottom - top + 1, right - left + 1];
  },

  outputCell(page, _map, row, column) {
    return [nearestTo(page.view.op.rows, row), nearestTo(page.view.op.columns, column)];
  },

  cell(data, y, x) {
    const { op, inputs } = data.view;
    const map = mapOfUnit(data, op.unit);
    if (!data.output || !map) return null;
    /** @type {number[][]} */
    const [rows, columns] = [op.rows.at[y], op.columns.at[x]];
    const terms = rows.flatMap((row, r) =>
      columns.map((column, c) => ({ x: map[row * inputs[0].shape[2] + column], w: weightOf(op.rows, y, r, op.columns, x, c) })),
    );
    const sum = terms.reduce((total, term) => total + term.x * (term.w ?? 1), 0);
    return { part: { terms, sum }, nearest: [rows[0], columns[0]], result: cellOf(data, data.output, y, x) };
  },

  show(page, { part, nearest, result }) {
    showSum(page, [part], null, result);
    for (const place of findAll("[data-nearest]")) place.textContent = String(nearest[place.dataset.nearest === "row" ? 0 : 1]);
  },
};
