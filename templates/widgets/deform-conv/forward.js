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
  const [result, read, shares] = [new Float32Array(units * cells), new Float64Array(op.inputs * size), new Float64Array(op.inputs * size)];
  const together = units / op.groups;
  for (let group = 0; group < op.groups; group++) {
    for (let at = 0; at < cells; at++) {
      // What is read hangs on the place alone: the units of a group weigh the same numbers.
      for (let i = 0; i < op.inputs * size; i++) {
        const [channel, k] = [group * op.inputs + Math.floor(i / size), i % size];
        const moved = Math.floor(channel / (channels / op.offsetGroups)) * size + k;
        const row = Math.floor(at / columns) * stride[0] - pad[0] + Math.floor(k / kernel[1]) * dilation[0];
        const column = (at % columns) * stride[1] - pad[1] + (k % kernel[1]) * dilation[1];
        const [y, x] = [row + offsets.data[2 * moved * cells + at], column + offsets.data[(2 * moved + 1) * cells + at]];
        read[i] = 0;
        for (const tap of tapsAt(BETWEEN, Math.fround(y), Math.fround(x), height, width))
          if (!tap.pad) read[i] += data[(channel * height + tap.row) * width + tap.column] * tap.w;
        shares[i] = mask ? mask.data[moved * cells + at] : 1;
      }
      for (let unit = group * together; unit < (group + 1) * together; unit++) {
        let sum = op.bias[unit];
        for (let i = 0; i < read.length; i++) sum += read[i] * op.weights[unit * read.length + i] * shares[i];
        result[unit * cells + at] = sum;
      }
    }
  }
  return result;
}
