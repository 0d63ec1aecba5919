import { copyCells } from "../../js/compute/layers/copy.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward(inputs, op) {
  return copyCells(inputs, op);
}
