import { combineCells } from "../../js/compute/layers/elementwise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @param {number[]} values of the operands, in their order */
export function combine([a, b]) {
  return a <= b ? 1 : 0;
}

/** @type {Forward} */
export function forward(inputs, op) {
  return combineCells(inputs, op, combine);
}
