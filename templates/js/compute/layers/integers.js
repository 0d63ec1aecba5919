import { endOf } from "../storing.js";
import { withRim } from "./convolution.js";

/** @import { LayerDescription, LayerInput } from "./layer.js" */

/** What stands for 0 in what a layer reads: known, or the second thing that it reads. @param {LayerInput[]} inputs @param {number} centre */
export function centreOf(inputs, centre) {
  return inputs.length > 1 ? inputs[1].data[0] : centre;
}

/** Numbers less what stands for 0. @param {LayerInput} input @param {number} centre @returns {LayerInput} */
export function centred({ data, shape }, centre) {
  return { data: centre === 0 ? data : data.map((x) => x - centre), shape };
}

/**
 * A convolution of whole numbers: double precision adds them up exactly, in any order.
 * @param {LayerInput[]} inputs @param {LayerDescription} op
 */
export function convolveWhole(inputs, op) {
  const { shape, window, groups, weights, bias } = op;
  const [units, height, width] = shape;
  const rim = withRim(centred(inputs[0], centreOf(inputs, op.centre)), window, shape);
  const channels = inputs[0].shape[0] / groups;
  const size = window.kernel[0] * window.kernel[1];
  const result = new Float32Array(units * height * width);
  let i = 0;
  for (let unit = 0; unit < units; unit++) {
    const first = Math.floor(unit / (units / groups)) * channels;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const start =
          (row * window.stride[0] - window.pad[0] + rim.before[0]) * rim.columns +
          column * window.stride[1] -
          window.pad[1] +
          rim.before[1];
        let sum = bias[unit];
        for (let k = 0; k < channels * size; k++) {
          const map = first + Math.floor(k / size);
          const down = Math.floor((k % size) / window.kernel[1]) * window.dilation[0];
          const across = (k % window.kernel[1]) * window.dilation[1];
          sum += rim.data[map * rim.rows * rim.columns + start + down * rim.columns + across] * weights[unit * channels * size + k];
        }
        result[i++] = endOf(sum, op.ending, unit);
      }
    }
  }
  return result;
}

/** A dense layer of whole numbers. @param {LayerInput[]} inputs @param {LayerDescription} op */
export function weighWhole(inputs, op) {
  const x = centred(inputs[0], centreOf(inputs, op.centre)).data;
  return Float32Array.from({ length: op.shape[0] }, (_, unit) => {
    let sum = op.bias[unit];
    for (let i = 0; i < x.length; i++) sum += x[i] * op.weights[unit * x.length + i];
    return endOf(sum, op.ending, unit);
  });
}
