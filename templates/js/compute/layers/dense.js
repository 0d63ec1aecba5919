import { DENSE_BLOCK } from "./blocks.js";

/**
 * Every unit's weights over all inputs, from its bias on: in single precision, in blocks, four units at a time.
 * @param {Float32Array} x
 * @param {{ shape: number[], weights: Float32Array, bias: Float32Array }} op
 */
export function weigh(x, { shape: [units], weights, bias }) {
  const result = bias.slice();
  const sums = new Float32Array(4);
  for (let unit = 0; unit < units; unit += 4) {
    const rows = [0, 1, 2, 3].map((i) => weights.subarray(Math.min(unit + i, units - 1) * x.length));
    for (let start = 0; start < x.length; start += DENSE_BLOCK) {
      addBlock(sums, x, rows, start, Math.min(x.length, start + DENSE_BLOCK));
      for (let i = 0; i < 4 && unit + i < units; i++) result[unit + i] += sums[i];
    }
  }
  return result;
}

/** A block of four sums that don't wait for one another. @param {Float32Array} sums @param {Float32Array} x @param {Float32Array[]} rows @param {number} start @param {number} end */
function addBlock(sums, x, [first, second, third, fourth], start, end) {
  const f = Math.fround;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    const value = x[i];
    a = f(a + value * first[i]);
    b = f(b + value * second[i]);
    c = f(c + value * third[i]);
    d = f(d + value * fourth[i]);
  }
  sums[0] = a;
  sums[1] = b;
  sums[2] = c;
  sums[3] = d;
}
