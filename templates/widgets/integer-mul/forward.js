import { combineCells } from "../../js/compute/layers/elementwise.js";
import { held, realOf, scaledReal, single } from "../../js/compute/storing.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** What is rounded, the zero point added already, in single precision. @param {number[]} values @param {any} op */
export function scaledProduct([a, b], { first, second, to, factors, isReal }) {
  if (isReal) return scaledReal(Math.fround(realOf(a, single(first)) * realOf(b, single(second))), to);
  const product = Math.fround((a - first.zero) * (b - second.zero));
  return Math.fround(Math.fround(product * Math.fround(factors[0])) + to.zero);
}

/** @type {Forward} */
export function forward(inputs, op) {
  return combineCells(inputs, { ...op, ...op.inner }, (values) => held(scaledProduct(values, op), op));
}
