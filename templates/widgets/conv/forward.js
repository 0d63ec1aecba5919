import { convolve } from "../../js/compute/layers/convolution.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return convolve(input, /** @type {any} */ (op));
}
