import { combineCells } from "../../js/compute/layers/elementwise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @param {number[]} values of the operands, in their order */
export function combine([isTrue, first, second]) {
  return isTrue ? first : second;
}

/** @type {Forward} */
export function forward(inputs, op) {
  return combineCells(inputs, op, combine);
}
