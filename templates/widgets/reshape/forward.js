import { copyCells } from "../../js/compute/layers/copy.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** The numbers stay in their order, or are read place by place. @type {Forward} */
export function forward(inputs, op) {
  return op.units ? copyCells(inputs, op) : inputs[0].data.slice();
}
