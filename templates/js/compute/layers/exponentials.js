/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * Goes through the classes of every cell, along the units or along the columns, their largest logit subtracted first.
 * @param {LayerInput} input
 * @param {LayerDescription} op
 * @param {(difference: number, sum: number) => number} result of a logit less the largest, and the sum of the exponentials of all such
 */
export function overClasses({ data, shape: [units, height, width] }, op, result) {
  const cells = height * width;
  const [count, step] = op.alongColumns ? [width, 1] : [units, cells];
  const given = new Float32Array(data.length);
  for (let i = 0; i < data.length / count; i++) {
    const first = op.alongColumns ? i * width : i;
    const last = first + (count - 1) * step;
    let [largest, sum] = [-Infinity, 0];
    for (let at = first; at <= last; at += step) largest = Math.max(largest, data[at]);
    for (let at = first; at <= last; at += step) sum += Math.exp(data[at] - largest);
    for (let at = first; at <= last; at += step) given[at] = result(data[at] - largest, sum);
  }
  return given;
}
