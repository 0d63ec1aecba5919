import { countOf } from "../../js/compute/layers/layer.js";

/** @import { SlidingWindow } from "../../js/compute/window.js" */
/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const { window, groups, weights, bias } = op;
  const [units, rows, columns] = op.shape;
  const [channels, perGroup, size] = [shape[0] / groups, units / groups, countOf(window.kernel)];
  const sums = new Float64Array(units * rows * columns);
  for (let unit = 0; unit < units; unit++) {
    const map = sums.subarray(unit * rows * columns, (unit + 1) * rows * columns).fill(bias[unit]);
    for (let i = 0; i < channels; i++) {
      const channel = Math.floor(unit / perGroup) * channels + i;
      const kernel = weights.subarray((unit * channels + i) * size, (unit * channels + i + 1) * size);
      layKernels(map, columns, data.subarray(channel * shape[1] * shape[2], (channel + 1) * shape[1] * shape[2]), shape[2], kernel, window);
    }
  }
  return Float32Array.from(sums);
}

/**
 * Lays a kernel, times each cell of a channel, over a map, and adds up.
 * @param {Float64Array} map @param {number} columns of it
 * @param {Float32Array} channel @param {number} width of it
 * @param {Float32Array} kernel
 * @param {SlidingWindow} window
 */
function layKernels(map, columns, channel, width, kernel, { kernel: [, across], stride, pad, dilation }) {
  for (let k = 0; k < kernel.length; k++) {
    const [down, right] = [Math.floor(k / across) * dilation[0] - pad[0], (k % across) * dilation[1] - pad[1]];
    for (let i = 0; i < channel.length; i++) {
      const [row, column] = [Math.floor(i / width) * stride[0] + down, (i % width) * stride[1] + right];
      const at = row * columns + column;
      if (row >= 0 && column >= 0 && column < columns && at < map.length) map[at] += channel[i] * kernel[k];
    }
  }
}
