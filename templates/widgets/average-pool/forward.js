import { poolWindows } from "../../js/compute/layers/pooling.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  const counted = [0, 1].map((axis) =>
    Array.from({ length: op.shape[axis + 1] }, (_, at) => countedAlong(op, axis, at, input.shape[axis + 1])),
  );
  return poolWindows(
    input,
    op,
    0,
    (sum, x) => sum + x,
    (sum, row, column, cells) => sum / (op.countPadding ? counted[0][row] * counted[1][column] : cells),
  );
}

/**
 * How many rows or columns of a window count where padding does. What lies beyond the padding, because sizes are rounded up, never does.
 * @param {any} op @param {number} axis @param {number} at @param {number} size
 */
export function countedAlong({ window, padEnd }, axis, at, size) {
  const start = at * window.stride[axis] - window.pad[axis];
  return Array.from({ length: window.kernel[axis] }, (_, k) => start + k * window.dilation[axis]).filter(
    (index) => index < size + padEnd[axis],
  ).length;
}
