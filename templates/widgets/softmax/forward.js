import { overClasses } from "../../js/compute/layers/exponentials.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return overClasses(input, op, (difference, sum) => Math.exp(difference) / sum);
}
