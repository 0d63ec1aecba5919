import { find, findAll } from "../dom.js";
import { liveLayer } from "../data.js";
import { cellByCell, cellOf } from "./cells.js";
import { inTurn } from "./play/beats.js";
import { replaceNumber, showNumber, shownDecimals } from "./shown.js";

/** @import { LayerInput } from "../compute/layers/layer.js" */
/** @import { UnitPage, Widget } from "./page.js" */

/**
 * Mean and variance that a unit is brought to 0 and 1 with, from what the layer reads.
 * @typedef {(input: LayerInput, unit: number, op: any) => { mean: number, variance: number }} Statistics
 */

/** Digits that the settings of another picture get: enough for any result that is shown. */
const DIGITS = 7;

/** @param {string} role @param {UnitPage} page @param {number} value */
function put(role, page, value) {
  const decimals = Math.min(15, Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value) || 1))));
  for (const place of findAll(`.${role}`, page.equation)) showNumber(place, value, Math.max(decimals, shownDecimals(place)));
}

/** The reader's own picture has statistics of its own. @param {UnitPage} page @param {Statistics} statistics */
function follow(page, statistics) {
  const { inputs, unit } = page.view;
  const [input, op] = [liveLayer(inputs[0].layer), liveLayer(document.body.dataset.layer ?? "")?.op];
  if (!input || !op) return;
  const { mean, variance } = statistics(input, unit, op);
  put("mean", page, mean);
  put("variance", page, variance);
  put("d", page, Math.sqrt(variance + op.epsilon));
}

/**
 * What normalisations share: their settings stand on the page, exact, and are those of every cell.
 * @param {Statistics} [statistics] where they are those of the very picture
 * @returns {Widget<{ x: number, p: number, q: number, y: number }>}
 */
export function normalisedBy(statistics) {
  return {
    ...cellByCell,
    followsRows: true,
    beats: (page) => inTurn(page, ".x", ".steps > :first-child .p", ".steps > :nth-child(2) .total", ".y"),
    start(page) {
      if (statistics) follow(page, statistics);
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
      for (const [role, number] of Object.entries(cell))
        for (const place of findAll(`.${role}`, page.equation)) replaceNumber(place, number);
    },
  };
}
