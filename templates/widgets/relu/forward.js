import { mapCells } from "../../js/compute/layers/layer.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input]) {
  return mapCells(input, (x) => (x > 0 ? x : 0));
}
