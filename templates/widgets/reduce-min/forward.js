import { poolWindows } from "../../js/compute/layers/pooling.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return poolWindows(input, op, Infinity, Math.min);
}
