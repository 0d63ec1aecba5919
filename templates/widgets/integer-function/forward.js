import { compileFormula } from "../../js/compute/layers/formula.js";
import { inSteps, quantisersOf, realOf, store } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], op) {
  const apply = compileFormula(op.inner.formula);
  const cells = shape[1] * shape[2];
  const [from, to] = [op.from && quantisersOf(op.from, shape[0]), quantisersOf(op.to, shape[0])];
  return data.map((x, i) => {
    const unit = Math.floor(i / cells);
    const real = from ? realOf(x, from[unit]) : x;
    return store(inSteps(Math.fround(apply(real, op.inner.constants)), to[unit]), to[unit]);
  });
}
