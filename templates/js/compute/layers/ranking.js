import { orderOf } from "../ranking.js";

/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * Goes through the lines of a layer, along the units or along the columns, each in its order.
 * @param {LayerInput} input
 * @param {LayerDescription} op
 * @param {(order: number[], k: number, numbers: number[]) => number} result at a place of the output's line
 */
export function overLines({ data, shape: [units, height, width] }, op, result) {
  const [count, step] = op.alongColumns ? [width, 1] : [units, height * width];
  const lines = data.length / count;
  const given = new Float32Array(lines * op.results);
  for (let line = 0; line < lines; line++) {
    const [first, firstGiven] = op.alongColumns ? [line * width, line * op.results] : [line, line];
    const numbers = Array.from({ length: count }, (_, k) => data[first + k * step]);
    const order = orderOf(numbers);
    for (let k = 0; k < op.results; k++) given[firstGiven + k * step] = result(order, k, numbers);
  }
  return given;
}
