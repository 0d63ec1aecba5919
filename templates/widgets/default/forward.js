import { compileFormula } from "../../js/compute/layers/formula.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** Any function of one number, by the formula that its page shows. @type {Forward} */
export function forward([{ data, shape }], op) {
  const apply = compileFormula(op.formula);
  const cells = shape[1] * shape[2];
  const result = new Float32Array(data.length);
  for (let unit = 0; unit < shape[0]; unit++) {
    const constants = { ...op.constants };
    if (op.slope) constants.slope = op.slope[op.slope.length === 1 ? 0 : unit];
    for (let i = unit * cells; i < (unit + 1) * cells; i++) result[i] = apply(data[i], constants);
  }
  return result;
}
