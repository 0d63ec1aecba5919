import { normaliseGroups } from "../../js/compute/layers/normalise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return normaliseGroups(input, op, op.isOverUnits ? 1 : input.shape[0]);
}
