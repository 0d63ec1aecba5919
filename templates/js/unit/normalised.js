import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { replaceNumber } from "./shown.js";

/** @import { Widget } from "./page.js" */

/**
 * What normalisations share: their settings stand on the page, exact, and are those of every cell.
 * @type {Widget<{ x: number, p: number, q: number, y: number }>}
 */
export const normalised = {
  ...cellByCell,
  start(page) {
    for (const role of ["mean", "d"]) page.standing[role] = Number(find(`.${role}`, page.equation)?.getAttribute("value"));
  },
  cell(data, y, x) {
    const map = data.inputs[0]?.[0];
    if (!data.output || !map) return null;
    const value = cellOf(data, map, y, x);
    const difference = value - data.standing.mean;
    return { x: value, p: difference, q: difference / data.standing.d, y: cellOf(data, data.output, y, x) };
  },
  show(page, cell) {
    for (const [role, number] of Object.entries(cell)) for (const place of findAll(`.${role}`, page.equation)) replaceNumber(place, number);
  },
};
