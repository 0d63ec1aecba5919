/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data }], { weights, shape: [rows, , columns] }) {
  const inputs = weights.length / columns;
  const result = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const sums = new Float64Array(columns);
    for (let i = 0; i < inputs; i++) {
      const value = data[row * inputs + i];
      for (let column = 0; column < columns; column++) sums[column] += value * weights[i * columns + column];
    }
    result.set(sums, row * columns);
  }
  return result;
}
