import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { replaceNumber } from "./shown.js";

/** @import { UnitPage } from "./page.js" */

/** What normalisations share: their settings stand on the page, exact, and are those of every cell. */
export const normalised = {
  ...cellByCell,
  /** @param {UnitPage} page @param {number} y @param {number} x */
  explain(page, y, x) {
    const map = page.inputs[0]?.[0];
    if (!page.output || !map) return;
    const exact = (/** @type {string} */ role) => Number(find(`.${role}`, page.equation)?.getAttribute("value"));
    const value = cellOf(page, map, y, x);
    const difference = value - exact("mean");
    const numbers = { x: value, p: difference, q: difference / exact("d"), y: cellOf(page, page.output, y, x) };
    for (const [role, number] of Object.entries(numbers)) {
      for (const place of findAll(`.${role}`, page.equation)) replaceNumber(place, number);
    }
  },
};
