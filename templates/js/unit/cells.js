import { windowExtent, windowOver, windowStart, windowValues } from "../compute/window.js";
import { find, findAll } from "../dom.js";
import { inTurn } from "./play/beats.js";

/** @import { MapView } from "./map-view.js" */
/** @import { Beat } from "./play/beats.js" */
/** @import { UnitData, UnitPage } from "./page.js" */

/**
 * A number of a page's input or output map; not-a-number when it isn't there.
 * @param {UnitData} data @param {ArrayLike<number> | null | undefined} map @param {number} y @param {number} x
 */
export function cellOf(data, map, y, x) {
  return map ? map[y * (data.view.shape[2] ?? 1) + x] : NaN;
}

/**
 * A number may get longer than the generator foresaw: the cells of the equation's grids then grow, and never shrink.
 * @param {HTMLElement} equation
 */
export function keepRoom(equation) {
  const room = Number(equation.style.getPropertyValue("--digits"));
  if (!room) return;
  const longest = findAll(".terms [data-term]", equation).reduce((most, term) => Math.max(most, ...termLines(term)), 0);
  if (longest > room) equation.style.setProperty("--digits", String(longest));
}

/**
 * How many characters the lines of a term have: the operand, and the weight with its sign, a space between them.
 * @param {HTMLElement} term
 */
function termLines(term) {
  const operand = find(".x", term)?.textContent?.length ?? 0;
  const all = term.textContent?.length ?? 0;
  return [operand, all > operand ? all - operand + 1 : 0];
}

/** What widgets share whose cells answer to the same cell of their inputs. */
export const cellByCell = {
  /** @param {UnitPage} _page @param {number} y @param {number} x */
  inputWindow: (_page, y, x) => [y, x, 1, 1],
  /** @param {UnitPage} _page @param {MapView} _map @param {number} row @param {number} column */
  outputCell: (_page, _map, row, column) => [row, column],
};

/** What widgets share whose output is a vector's unit: there is no cell to move. */
export const noCells = {
  cell: () => null,
  show() {},
  inputWindow: () => [0, 0, 1, 1],
  outputCell: () => [0, 0],
};

/**
 * The window of one map that a cell is made of, and the cell's own value; null where the page hasn't the maps.
 * @param {UnitData} data @param {number} y @param {number} x
 */
export function pooledWindow(data, y, x) {
  const map = data.inputs[0]?.[0];
  if (!data.output || !map) return null;
  const { op, inputs } = data.view;
  return { values: windowValues(op.window, map, inputs[0].shape, y, x), result: cellOf(data, data.output, y, x) };
}

/** What all kinds of pooling share: the window on the input map. */
export const pooling = {
  followsRows: true,
  /** The window's cells come from the map; of these one is chosen, or they are added up. @param {UnitPage} page @returns {Beat[]} */
  beats(page) {
    const beats = inTurn(page, "[data-term]", ".p", ".s", ".n", ".y");
    const winner = find(".winner", page.equation);
    if (!winner) return beats;
    const start = (/** @type {boolean} */ isOpen) => () => page.equation.classList.toggle("undecided", isOpen);
    const last = { ...beats[beats.length - 1], from: winner, start: start(false) };
    return [{ ...beats[0], start: start(true) }, { elements: [], start: start(false) }, last];
  },
  /** @param {UnitPage} page @param {number} y @param {number} x */
  inputWindow(page, y, x) {
    const { window } = page.view.op;
    return [...windowStart(window, y, x), ...windowExtent(window)];
  },
  /** @param {UnitPage} page @param {MapView} _map @param {number} row @param {number} column */
  outputCell: (page, _map, row, column) =>
    page.view.shape.length < 3 ? page.cell : windowOver(page.view.op.window, row, column, page.view.shape),
};

/** The numbers of an input unit. @param {UnitData} data @param {number} unit */
export function mapOfUnit(data, unit) {
  return data.inputs[0][data.view.inputs[0].units.findIndex((candidate) => candidate[0] === unit)];
}
