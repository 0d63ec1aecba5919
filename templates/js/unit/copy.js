// Operators that only copy: the page shows where each cell comes from.

import { originOf } from "../compute/copy.js";
import { find, findAll } from "../dom.js";
import { wordOf } from "../words.js";
import { cellOf } from "./cells.js";
import { replaceNumber } from "./shown.js";

/** @import { CopyOrigin } from "../compute/copy.js" */
/** @import { MapView } from "./map-view.js" */
/** @import { UnitPage, Widget } from "./page.js" */

/** Whether a map of the page is the one that a cell comes from; a map alone always is. @param {MapView} map @param {CopyOrigin} from */
function isMapOf(map, from) {
  const place = /** @type {HTMLElement | null} */ (map.element.closest("[data-operand]"));
  return !place || (Number(place.dataset.operand) === from.operand && map.unit === from.unit);
}

/** @type {Widget<{ from: CopyOrigin | null, value: number }>} */
export const copying = {
  followsRows: true,
  reads: () => [],
  inputWindow(page, y, x) {
    const from = originOf(page.view.op, y, x);
    return from ? [from.row, from.column, 1, 1] : [0, 0, 1, 1];
  },
  outputCell(page, map, row, column) {
    const rule = page.view.op;
    for (let y = 0; y < rule.rows.length; y++) {
      for (let x = 0; x < rule.columns.length; x++) {
        const from = originOf(rule, y, x);
        if (from && from.row === row && from.column === column && isMapOf(map, from)) return [y, x];
      }
    }
    return page.cell;
  },
  cell: (data, y, x) => ({ from: originOf(data.view.op, y, x), value: cellOf(data, data.output, y, x) }),
  show(page, { from, value }) {
    showOrigin(page, from);
    if (!page.output) return;
    find("[data-term]", page.equation)?.classList.toggle("padding", !from);
    replaceNumber(find(".x", page.equation), value);
    replaceNumber(find(".y", page.equation), value);
  },
};

/** Marks the cell on the map that it comes from, and says where that is. @param {UnitPage} page @param {CopyOrigin | null} from */
function showOrigin(page, from) {
  for (const map of page.maps) {
    if (map.role !== "input") continue;
    const isIt = from !== null && isMapOf(map, from);
    /** @type {HTMLElement} */ (find(".cursor", map.element)).hidden = !isIt;
    map.element.closest("[data-operand]")?.classList.toggle("lit", isIt);
  }
  const input = from ? page.view.op.inputs[from.operand] : -1;
  for (const words of findAll("[data-from]", page.equation)) words.hidden = Number(words.dataset.from) !== input;
  const place = find(`[data-from="${input}"] .origin`, page.equation);
  if (!place || !from) return;
  const { shape, units } = page.view.inputs[input];
  const name = units.find((unit) => unit[0] === from.unit)?.[2] ?? wordOf("unit", from.unit);
  place.textContent = shape.length < 3 || shape[1] * shape[2] === 1 ? name : wordOf("cell_of", name, from.row, from.column);
}
