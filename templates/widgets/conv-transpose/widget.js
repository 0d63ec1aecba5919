import { mapOfUnit } from "../../js/unit/cells.js";
import { reaching, slotsOf, spreadTerm } from "../../js/compute/spread.js";
import { channelSum, drawPartials, noteOthers, productsPart } from "../../js/unit/partials.js";
import { overChannels } from "../../js/unit/stage.js";
import { startKernelTips } from "../../js/unit/kernel-tips.js";

/** @import { UnitPage, Widget } from "../../js/unit/page.js" */
/** @import { ChannelSum } from "../../js/unit/partials.js" */

/** @type {Widget<ChannelSum>} */
export const widget = {
  ...overChannels,

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

  cell(data, y, x) {
    if (!data.output) return null;
    const { op, inputs } = data.view;
    const [rows, columns] = [slotsOf(op, 0, y), slotsOf(op, 1, x)];
    const parts = op.kernels.map((/** @type {any} */ kernel) => {
      const map = mapOfUnit(data, kernel.input);
      return productsPart(
        rows.flatMap((row) => columns.map((column) => spreadTerm(op, kernel.weights, map, inputs[0].shape, row, column))),
      );
    });
    return channelSum(data, parts, y, x);
  },

  start(page) {
    startKernelTips(page.view);
    noteOthers(page);
    if (page.output) drawPartials(page, (kernel) => spreadMap(page, kernel));
  },
};

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
