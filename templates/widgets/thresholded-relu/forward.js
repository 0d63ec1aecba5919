import { mapCells } from "../../js/compute/layers/layer.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], { constants: { alpha } }) {
  return mapCells(input, (x) => (x > alpha ? x : 0));
}
