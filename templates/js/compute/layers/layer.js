/**
 * What a layer reads: the numbers of another layer, unit after unit, row after row.
 * @typedef {{ data: Float32Array, shape: number[] }} LayerInput shape: units, rows and columns, whatever the rank
 *
 * A layer's own description, as the generator's `Operator.Describe()` gives it: settings, and tensors by name.
 * @typedef {{ shape: number[], [name: string]: any }} LayerDescription shape: that of its output
 *
 * @typedef {(inputs: LayerInput[], op: LayerDescription) => Float32Array} Forward
 */

/** How many numbers a shape holds. @param {number[]} shape */
export function countOf(shape) {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * Applies a function of one number to every cell.
 * @param {LayerInput} input
 * @param {(x: number) => number} apply
 */
export function mapCells({ data }, apply) {
  const result = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) result[i] = apply(data[i]);
  return result;
}
