import { combineCells } from "../../js/compute/layers/elementwise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @param {number[]} values of the operands, in their order */
export function combine(values) {
  return values.reduce((difference, value) => difference - value);
}

/** @type {Forward} */
export function forward(inputs, op) {
  return combineCells(inputs, op, combine);
}
