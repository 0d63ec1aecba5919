import { inSteps, quantisersOf, store } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const cells = shape[1] * shape[2];
  const all = quantisersOf(op.to, shape[0]);
  return data.map((x, i) => {
    const to = all[Math.floor(i / cells)];
    return store(inSteps(x, to), to);
  });
}
