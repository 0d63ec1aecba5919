import { drawPartials, mapOfUnit, othersAt, othersOf } from "../../js/unit/partials.js";
import { showSum } from "../../js/unit/sum.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { UnitPage, Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  inputWindow(page, y, x) {
    const [rows, columns] = [y, x].map((at, axis) => reaching(page.view.op, axis, at).map((tap) => tap.from));
    if (rows.length === 0 || columns.length === 0) return [0, 0, 0, 0];
    return [
      Math.min(...rows),
      Math.min(...columns),
      Math.max(...rows) - Math.min(...rows) + 1,
      Math.max(...columns) - Math.min(...columns) + 1,
    ];
  },

  outputCell(page, _map, row, column) {
    const { kernel, stride, pad, dilation } = page.view.op;
    return [row, column].map((at, axis) => {
      const middle = at * stride[axis] - pad[axis] + Math.floor(((kernel[axis] - 1) * dilation[axis]) / 2);
      return Math.min(page.view.shape[axis + 1] - 1, Math.max(0, middle));
    });
  },

  explain(page, y, x) {
    if (!page.output) return;
    const { op, inputs, shape } = page.view;
    const [rows, columns] = [slotsOf(op, 0, y), slotsOf(op, 1, x)];
    /** @type {ExactPart[]} */
    const parts = op.kernels.map((/** @type {any} */ kernel) => {
      const map = mapOfUnit(page, kernel.input);
      const terms = rows.flatMap((row) => columns.map((column) => spreadTerm(op, kernel.weights, map, inputs[0].shape, row, column)));
      return { terms, sum: terms.reduce((sum, term) => sum + term.x * term.w, 0) };
    });
    const result = page.output[y * shape[2] + x];
    if (page.others) parts.push({ terms: [], sum: othersAt(page, parts, result, y, x) });
    showSum(page, parts, Math.fround(op.bias), result);
  },

  start(page) {
    page.others = othersOf(page);
    if (page.output) drawPartials(page, (kernel) => spreadMap(page, kernel));
  },
};

/**
 * Which weights k reach an output cell along an axis, and from where; the twin of `Spread.Reaching`.
 * @param {any} op @param {number} axis @param {number} output
 */
function reaching(op, axis, output) {
  const taps = [];
  for (let k = op.kernel[axis] - 1; k >= 0; k--) {
    const at = output + op.pad[axis] - k * op.dilation[axis];
    if (at % op.stride[axis] === 0) taps.push({ k, from: at / op.stride[axis] });
  }
  return taps;
}

/**
 * As many places at every cell; some are empty.
 * @param {any} op @param {number} axis @param {number} output @returns {Array<{ k: number, from: number } | null>}
 */
function slotsOf(op, axis, output) {
  const taps = reaching(op, axis, output);
  return Array.from({ length: Math.max(1, op.slots[axis]) }, (_, i) => taps[i] ?? null);
}

/**
 * @param {any} op @param {number[]} weights @param {ArrayLike<number>} map @param {number[]} shape
 * @param {{ k: number, from: number } | null} row @param {{ k: number, from: number } | null} column
 */
function spreadTerm(op, weights, map, shape, row, column) {
  if (!row || !column) return { x: 0, w: 0, pad: true };
  const inside = row.from >= 0 && row.from < shape[1] && column.from >= 0 && column.from < shape[2];
  return { x: inside ? map[row.from * shape[2] + column.from] : 0, w: Math.fround(weights[row.k * op.kernel[1] + column.k]), pad: !inside };
}

/** One channel's part of the sum at every cell. @param {UnitPage} page @param {{ input: number, weights: number[] }} kernel */
function spreadMap(page, kernel) {
  const { op, inputs, shape } = page.view;
  const map = mapOfUnit(page, kernel.input);
  const columns = Array.from({ length: shape[2] }, (_, x) => reaching(op, 1, x));
  const sums = new Float64Array(shape[1] * shape[2]);
  for (let y = 0; y < shape[1]; y++) {
    for (const row of reaching(op, 0, y)) {
      columns.forEach((taps, x) => {
        for (const column of taps) {
          const term = spreadTerm(op, kernel.weights, map, inputs[0].shape, row, column);
          sums[y * shape[2] + x] += term.x * term.w;
        }
      });
    }
  }
  return sums;
}
