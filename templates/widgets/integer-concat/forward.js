import { copyCells } from "../../js/compute/layers/copy.js";
import { inSteps, realOf, single, store } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward(inputs, op) {
  const to = single(op.to);
  const stored = inputs.map(({ data, shape }, i) => {
    const from = single(op.from[i]);
    return { data: data.map((x) => store(inSteps(realOf(x, from), to), to)), shape };
  });
  return copyCells(stored, { ...op, ...op.copy });
}
