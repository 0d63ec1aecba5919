import { convolveWhole } from "../../js/compute/layers/integers.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward(inputs, op) {
  return convolveWhole(inputs, op);
}
