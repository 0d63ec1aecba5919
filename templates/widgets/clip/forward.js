import { mapCells } from "../../js/compute/layers/layer.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], { constants: { min = -Infinity, max = Infinity } }) {
  return mapCells(input, (x) => Math.min(max, Math.max(min, x)));
}
