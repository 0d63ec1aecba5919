import { poolWindows } from "../../js/compute/layers/pooling.js";
import { held } from "../../js/compute/storing.js";
import { countedAlong } from "../average-pool/forward.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** What is rounded, the zero point added already, in single precision. @param {number} sum @param {number} real @param {number} count @param {any} op @param {boolean} isGlobal */
export function scaledMean(sum, real, count, { from, to, isReal }, isGlobal) {
  const f = Math.fround;
  if (isGlobal && !isReal) return f(f(f(sum) * f(f(from.step) / f(f(to.step) * count))) + to.zero);
  return isReal ? f(f(real / count) / f(to.step)) : f(f(f(real / count) / f(to.step)) + to.zero);
}

/** @type {Forward} */
export function forward([input], op) {
  const counted = [0, 1].map((axis) =>
    Array.from({ length: op.shape[axis + 1] }, (_, at) => countedAlong(op, axis, at, input.shape[axis + 1])),
  );
  const size = input.shape[1] * input.shape[2];
  const step = Math.fround(op.from.step);
  let real = 0;
  return poolWindows(
    input,
    op,
    0,
    (sum, x) => {
      const centred = x - op.from.zero;
      real = Math.fround(real + Math.fround(step * centred));
      return sum + centred;
    },
    (sum, row, column, cells) => {
      const count = op.countPadding ? counted[0][row] * counted[1][column] : cells;
      const isGlobal = cells === size && count === size;
      const scaled = scaledMean(sum, real, count, op, isGlobal);
      real = 0;
      return held(scaled, op);
    },
  );
}
