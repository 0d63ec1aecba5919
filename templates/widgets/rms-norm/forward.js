import { normaliseUnits } from "../../js/compute/layers/normalise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  const variance = input.data.reduce((sum, value) => sum + value * value, 0) / input.data.length;
  return normaliseUnits(input, op, () => ({ mean: 0, variance }));
}
