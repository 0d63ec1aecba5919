import { tapsAt } from "../../js/compute/grid.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

const BETWEEN = { mode: "linear", padding: "zeros", alignCorners: true };

/** @type {Forward} */
export function forward([{ data, shape }, offsets, mask], op) {
  const [channels, height, width] = shape;
  const [units, rows, columns] = op.shape;
  const { kernel, stride, pad, dilation } = op.window;
  const size = kernel[0] * kernel[1];
  const cells = rows * columns;
  const result = new Float32Array(units * cells);
  for (let unit = 0; unit < units; unit++) {
    const firstChannel = Math.floor(unit / (units / op.groups)) * op.inputs;
    for (let at = 0; at < cells; at++) {
      let sum = op.bias[unit];
      for (let i = 0; i < op.inputs * size; i++) {
        const [channel, k] = [firstChannel + Math.floor(i / size), i % size];
        const moved = Math.floor(channel / (channels / op.offsetGroups)) * size + k;
        const row = Math.floor(at / columns) * stride[0] - pad[0] + Math.floor(k / kernel[1]) * dilation[0];
        const column = (at % columns) * stride[1] - pad[1] + (k % kernel[1]) * dilation[1];
        const [y, x] = [row + offsets.data[2 * moved * cells + at], column + offsets.data[(2 * moved + 1) * cells + at]];
        let read = 0;
        for (const tap of tapsAt(BETWEEN, Math.fround(y), Math.fround(x), height, width))
          if (!tap.pad) read += data[(channel * height + tap.row) * width + tap.column] * tap.w;
        sum += read * op.weights[unit * op.inputs * size + i] * (mask ? mask.data[moved * cells + at] : 1);
      }
      result[unit * cells + at] = sum;
    }
  }
  return result;
}
