import { normaliseUnits } from "../../js/compute/layers/normalise.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return normaliseUnits(input, op, (unit) => ({ mean: op.mean[unit], variance: op.variance[unit] }));
}
