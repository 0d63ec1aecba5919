import { combineCells } from "../../js/compute/layers/elementwise.js";
import { held, realOf, scaledReal, single } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** What is rounded, the zero point added already, in single precision. @param {number[]} values @param {any} op */
export function scaledSum([a, b], { first, second, to, factors, isReal }) {
  const f = Math.fround;
  if (isReal) return scaledReal(f(realOf(a, single(first)) + realOf(b, single(second))), to);
  const [ra, rb] = factors.map(f);
  const rest = f(to.zero - f(f(ra * first.zero) + f(rb * second.zero)));
  return f(f(a * ra) + f(f(b * rb) + rest));
}

/** @type {Forward} */
export function forward(inputs, op) {
  return combineCells(inputs, { ...op, ...op.inner }, (values) => held(scaledSum(values, op), op));
}
