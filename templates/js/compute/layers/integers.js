import { endOf } from "../storing.js";
import { placesOf, tapsOf, withRim } from "./convolution.js";

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
  const [taps, places] = [tapsOf(rim, window, channels), placesOf(rim, window, height, width)];
  const cells = height * width;
  const result = new Float32Array(units * cells);
  for (let unit = 0; unit < units; unit++) {
    const first = Math.floor(unit / (units / groups)) * channels * rim.rows * rim.columns;
    for (let cell = 0; cell < cells; cell++) {
      let sum = bias[unit];
      for (let k = 0; k < taps.length; k++) sum += rim.data[first + places[cell] + taps[k]] * weights[unit * taps.length + k];
      result[unit * cells + cell] = endOf(sum, op.ending, unit);
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
