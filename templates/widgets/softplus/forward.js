import { mapCells } from "../../js/compute/layers/layer.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** As the formula says, but without a number that is too large on the way. @type {Forward} */
export function forward([input]) {
  return mapCells(input, (x) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x))));
}
