import { countOf } from "./layer.js";

/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * Copies cells. Cell (unit, row, column) comes from index `start + units[unit] + rows[row] + columns[column]`, counted over the operands,
 * their units, rows and columns as if all were of `sizes`; it is filled where that is no number.
 * @param {LayerInput[]} inputs
 * @param {LayerDescription} op
 */
export function copyCells(inputs, op) {
  const operands = op.inputs.map((/** @type {number} */ input, /** @type {number} */ i) =>
    input < 0 ? { data: op[`constant${i}`], shape: op.shapes[i] } : inputs[input],
  );
  const result = new Float32Array(countOf(op.shape));
  let i = 0;
  for (const unit of op.units) {
    for (const row of op.rows) {
      for (const column of op.columns) {
        const index = op.start + unit + row + column;
        result[i++] = Number.isNaN(index) ? op.filling : cellAt(operands, op.sizes, index);
      }
    }
  }
  return result;
}

/** @param {LayerInput[]} operands @param {number[]} sizes @param {number} index */
function cellAt(operands, [units, height, width], index) {
  const line = Math.floor(index / width);
  const map = Math.floor(line / height);
  const { data, shape } = operands[Math.floor(map / units)];
  return data[((map % units) * shape[1] + (line % height)) * shape[2] + (index % width)];
}
