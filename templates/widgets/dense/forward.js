import { weigh } from "../../js/compute/layers/dense.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return weigh(input.data, /** @type {any} */ (op));
}
