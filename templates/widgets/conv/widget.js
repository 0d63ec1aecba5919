import { windowExtent, windowOver, windowStart, windowValues } from "../../js/compute/window.js";
import { channelSum, drawPartials, mapOfUnit, noteOthers, productsPart } from "../../js/unit/partials.js";
import { overChannels } from "../../js/unit/stage.js";

/** @import { SlidingWindow } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */
/** @import { ChannelSum } from "../../js/unit/partials.js" */

/** @type {Widget<ChannelSum>} */
export const widget = {
  ...overChannels,

  inputWindow(page, y, x) {
    const { window } = page.view.op;
    return [...windowStart(window, y, x), ...windowExtent(window)];
  },

  outputCell(page, _map, row, column) {
    return windowOver(page.view.op.window, row, column, page.view.shape);
  },

  cell(data, y, x) {
    if (!data.output) return null;
    const { op, inputs } = data.view;
    const parts = op.kernels.map((/** @type {any} */ kernel) => {
      const values = windowValues(op.window, mapOfUnit(data, kernel.input), inputs[0].shape, y, x);
      return productsPart(values.map((value, k) => ({ x: value.x, w: Math.fround(kernel.weights[k]), pad: value.pad })));
    });
    return channelSum(data, parts, y, x);
  },

  start(page) {
    const { inputs, op, shape } = page.view;
    noteOthers(page);
    if (page.output)
      drawPartials(page, (kernel) =>
        partialMap(op.window, kernel.weights, mapOfUnit(page, kernel.input), inputs[0].shape, shape[1], shape[2]),
      );
  },
};

/**
 * One channel's part of the sum at every cell.
 * @param {SlidingWindow} window @param {number[]} weights @param {Float32Array} map @param {number[]} from @param {number} height
 * @param {number} width
 */
export function partialMap(window, weights, map, from, height, width) {
  const sums = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [top, left] = windowStart(window, y, x);
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const row = top + Math.floor(k / window.kernel[1]) * window.dilation[0];
        const column = left + (k % window.kernel[1]) * window.dilation[1];
        if (row >= 0 && row < from[1] && column >= 0 && column < from[2]) sum += map[row * from[2] + column] * weights[k];
      }
      sums[y * width + x] = sum;
    }
  }
  return sums;
}
