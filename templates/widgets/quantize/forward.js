import { inSteps, quantiserOf, store } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const cells = shape[1] * shape[2];
  return data.map((x, i) => {
    const to = quantiserOf(op.to, Math.floor(i / cells));
    return store(inSteps(x, to), to);
  });
}
