import { compileFormula } from "../../js/compute/layers/formula.js";
import { inSteps, quantiserOf, realOf, store } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const apply = compileFormula(op.inner.formula);
  const cells = shape[1] * shape[2];
  return data.map((x, i) => {
    const unit = Math.floor(i / cells);
    const to = quantiserOf(op.to, unit);
    const real = op.from ? realOf(x, quantiserOf(op.from, unit)) : x;
    return store(inSteps(Math.fround(apply(real, op.inner.constants)), to), to);
  });
}
