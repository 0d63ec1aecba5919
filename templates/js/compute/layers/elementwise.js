import { countOf } from "./layer.js";

/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * Combines operands cell by cell. One of size 1 along an axis counts for the whole axis, and one may be a constant.
 * @param {LayerInput[]} inputs
 * @param {LayerDescription} op
 * @param {(values: number[]) => number} combine
 */
export function combineCells(inputs, op, combine) {
  const operands = [...inputs];
  if (op.constant) operands.splice(op.place, 0, { data: op.constant, shape: op.size });
  const [units, height, width] = op.shape;
  const steps = operands.map(({ shape }) => shape.map((size, axis) => (size === 1 ? 0 : countOf(shape.slice(axis + 1)))));
  const result = new Float32Array(units * height * width);
  const values = operands.map(() => 0);
  let i = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let row = 0; row < height; row++) {
      const starts = steps.map((step) => unit * step[0] + row * step[1]);
      for (let column = 0; column < width; column++) {
        for (let o = 0; o < values.length; o++) values[o] = operands[o].data[starts[o] + column * steps[o][2]];
        result[i++] = combine(values);
      }
    }
  }
  return result;
}
