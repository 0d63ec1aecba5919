import { quantisersOf, realOf } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const cells = shape[1] * shape[2];
  const all = quantisersOf(op.from, shape[0]);
  return data.map((whole, i) => realOf(whole, all[Math.floor(i / cells)]));
}
