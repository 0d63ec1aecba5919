import { quantiserOf, realOf } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const cells = shape[1] * shape[2];
  return data.map((whole, i) => realOf(whole, quantiserOf(op.from, Math.floor(i / cells))));
}
