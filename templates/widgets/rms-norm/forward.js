import { meanSquareOf, normaliseUnits } from "../../js/compute/layers/normalise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  const statistics = meanSquareOf(input);
  return normaliseUnits(input, op, () => statistics);
}
