// Scales as PIL does, bit for bit: across, then down, weights in whole 1/2^22, a byte between the two; the twin of `PillowScaling`.
import { eachOf } from "./axis.js";

const FRACTION_BITS = 22;
const HALF = 2 ** (FRACTION_BITS - 1);

/** How far a source pixel reaches to each side, and its weight at a distance. @typedef {{ reach: number, of(x: number): number }} Kernel */

/** A triangle over two pixels. @type {Kernel} */
export const BILINEAR = { reach: 1, of: (x) => Math.max(0, 1 - Math.abs(x)) };

/** The cubic of Keys with a slope of -0.5, over four pixels. @type {Kernel} */
export const BICUBIC = { reach: 2, of: (x) => cubic(Math.abs(x)) };

/** @param {number} x */
function cubic(x) {
  const slope = -0.5;
  if (x < 1) return ((slope + 2) * x - (slope + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * slope : 0;
}

/** Rounds to the nearest, halves away from zero. @param {number} value */
function roundAway(value) {
  return Math.trunc(value + (value < 0 ? -0.49999999999999994 : 0.49999999999999994));
}

/**
 * The kernel widens as the picture shrinks, so that every source pixel counts.
 * @param {import("./axis.js").Axis} axis
 * @param {Kernel} kernel
 */
function weightsOf(axis, kernel) {
  const scale = axis.count / axis.size;
  const stretch = Math.max(1, scale);
  return eachOf(axis, (i) => {
    const [centre, reach] = [(i + 0.5) * scale, kernel.reach * stretch];
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(axis.count, Math.trunc(centre + reach + 0.5));
    const weights = Array.from({ length: end - first }, (_, s) => kernel.of((s + first - centre + 0.5) * (1 / stretch)));
    let sum = 0;
    for (const weight of weights) sum += weight;
    return { first, shares: weights.map((weight) => roundAway((weight / sum) * 2 ** FRACTION_BITS)) };
  });
}

/** @param {number} sum */
function toByte(sum) {
  return Math.min(255, Math.max(0, sum >> FRACTION_BITS));
}

/**
 * @param {import("./axis.js").Rows} rows
 * @param {import("./axis.js").Axis} columns @param {import("./axis.js").Axis} lines
 * @param {Kernel} kernel
 * @returns {Uint8Array} red, green, blue, row by row
 */
export function scalePillow(rows, columns, lines, kernel) {
  const [horizontal, vertical] = [weightsOf(columns, kernel), weightsOf(lines, kernel)];
  const stride = horizontal.length * 3;
  const output = new Uint8Array(stride * vertical.length);
  /** @type {Map<number, Uint8Array>} */
  const kept = new Map();
  const sums = new Float64Array(stride);
  vertical.forEach(({ first, shares }, y) => {
    for (const row of kept.keys()) if (row < first) kept.delete(row);
    sums.fill(HALF);
    shares.forEach((share, i) => {
      let line = kept.get(first + i);
      if (!line) kept.set(first + i, (line = across(rows.read(first + i), horizontal)));
      for (let x = 0; x < stride; x++) sums[x] += line[x] * share;
    });
    for (let x = 0; x < stride; x++) output[y * stride + x] = toByte(sums[x]);
  });
  return output;
}

/** @param {Uint8Array} row @param {import("./axis.js").Taps[]} columns */
function across(row, columns) {
  const result = new Uint8Array(columns.length * 3);
  columns.forEach(({ first, shares }, x) => {
    let [red, green, blue, at] = [HALF, HALF, HALF, first * 3];
    for (const share of shares) {
      red += row[at++] * share;
      green += row[at++] * share;
      blue += row[at++] * share;
    }
    [result[x * 3], result[x * 3 + 1], result[x * 3 + 2]] = [toByte(red), toByte(green), toByte(blue)];
  });
  return result;
}
