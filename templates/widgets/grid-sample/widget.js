import { decimalsForOperands, settleDecimals } from "../../js/compute/decimals.js";
import { placeOf, tapsAt } from "../../js/compute/grid.js";
import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf, mapOfUnit } from "../../js/unit/cells.js";
import { showNumber } from "../../js/unit/shown.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { UnitData, Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ part: ExactPart, coordinates: Array<{ value: number, size: number, place: number }>, result: number }>} */
export const widget = {
  ...cellByCell,
  inputWindow(page, y, x, map) {
    if (!page.output) return null;
    if (map !== page.maps[0]) return [y, x, 1, 1];
    const taps = tapsOf(page, y, x).taps.filter((tap) => !tap.pad);
    const [rows, columns] = [taps.map((tap) => tap.row), taps.map((tap) => tap.column)];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    return taps.length > 0 ? [top, left, Math.max(...rows) - top + 1, Math.max(...columns) - left + 1] : [0, 0, 0, 0];
  },
  outputCell: (page, map, row, column) => (map === page.maps[0] ? page.cell : [row, column]),

  cell(data, y, x) {
    const map = mapOfUnit(data, data.view.unit);
    if (!data.output || !map) return null;
    const { taps, coordinates } = tapsOf(data, y, x);
    const width = data.view.inputs[0].shape[2];
    const terms = taps.map((tap) => ({
      x: tap.pad ? 0 : map[tap.row * width + tap.column],
      pad: tap.pad,
      ...(taps.length > 1 && { w: tap.w }),
    }));
    const sum = terms.reduce((total, term) => total + term.x * (term.w ?? 1), 0);
    return { part: { terms, sum }, coordinates, result: cellOf(data, data.output, y, x) };
  },

  show(page, { part, coordinates, result }) {
    showSum(page, [part], null, result);
    const half = (/** @type {number} */ size) => (page.view.op.alignCorners ? size - 1 : size) / 2;
    const offset = page.view.op.alignCorners ? 0 : 0.5;
    findAll("[data-partial]", page.equation)
      .slice(1)
      .forEach((line, i) => {
        const { value, size, place } = coordinates[i];
        const of = (/** @type {number[]} */ [x]) => (x + 1) * half(size) - offset;
        const decimals = settleDecimals(2, of([value]), place);
        showNumber(find(".x", line), value, decimalsForOperands([value], of, place, decimals));
        showNumber(find(".p", line), place, decimals);
      });
  },
};

/**
 * The coordinates at a cell, column first, with the places that they give, and the cells that are read there.
 * @param {UnitData} data @param {number} y @param {number} x
 */
function tapsOf(data, y, x) {
  const { op, inputs, shape } = data.view;
  const [, height, width] = inputs[0].shape;
  const at = y * shape[2] + x;
  const given = op.grid ? [op.grid[2 * at], op.grid[2 * at + 1]].map(Math.fround) : data.inputs[1].map((map) => map[at]);
  const coordinates = given.map((value, i) => ({ value, size: i ? height : width, place: placeOf(op, value, i ? height : width) }));
  return { coordinates, taps: tapsAt(op, coordinates[1].place, coordinates[0].place, height, width) };
}
