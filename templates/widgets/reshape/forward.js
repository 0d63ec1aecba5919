/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input]) {
  return input.data.slice();
}
