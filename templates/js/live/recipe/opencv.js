// Scales as OpenCV does with bytes, bit for bit: between two neighbours, weights in whole 1/2048; the twin of `OpenCvScaling`.
import { eachOf, roundEven } from "./axis.js";

const ONE = 2 ** 11;
const single = Math.fround;

/**
 * Finds a place between two pixels: the first of them, and how far it lies towards the next.
 * @typedef {(i: number, growth: number) => [number, number]} Placing
 */

/** `INTER_LINEAR`: the middle of the output pixel. @type {Placing} */
export function linear(i, growth) {
  const place = single((i + 0.5) * (1 / growth) - 0.5);
  const first = Math.floor(place);
  return [first, single(place - first)];
}

/** `INTER_AREA` where a side grows: the share of the output pixel beyond the source pixel that it begins in. @type {Placing} */
export function share(i, growth) {
  const first = Math.floor(i * (1 / growth));
  const part = single(i + 1 - (first + 1) * growth);
  return [first, part <= 0 ? 0 : single(part - Math.floor(part))];
}

/**
 * Places are in single precision, as OpenCV's.
 * @param {import("./axis.js").Axis} axis
 * @param {Placing} placing
 * @param {boolean} isClamped
 */
function weightsOf(axis, placing, isClamped) {
  return eachOf(axis, (i) => {
    let [first, part] = placing(i, axis.size / axis.count);
    if (isClamped && first < 0) [first, part] = [0, 0];
    if (isClamped && first >= axis.count - 1) [first, part] = [axis.count - 1, 0];
    return { first, shares: [roundEven(single(single(1 - part) * ONE)), roundEven(single(part * ONE))] };
  });
}

/**
 * @param {import("./axis.js").Rows} rows
 * @param {import("./axis.js").Axis} columns @param {import("./axis.js").Axis} lines
 * @param {Placing} placing
 * @returns {Uint8Array} red, green, blue, row by row
 */
export function scaleOpenCv(rows, columns, lines, placing) {
  const [horizontal, vertical] = [weightsOf(columns, placing, true), weightsOf(lines, placing, false)];
  const stride = horizontal.length * 3;
  const output = new Uint8Array(stride * vertical.length);
  /** @type {Map<number, Int32Array>} */
  const kept = new Map();
  const rowAt = (/** @type {number} */ row) => {
    let line = kept.get(row);
    if (!line) kept.set(row, (line = across(rows.read(Math.min(Math.max(row, 0), rows.height - 1)), horizontal)));
    return line;
  };
  vertical.forEach(({ first, shares }, y) => {
    const [above, below] = [rowAt(first), rowAt(first + 1)];
    for (const row of kept.keys()) if (row < first) kept.delete(row);
    for (let x = 0; x < stride; x++) {
      const sum = ((shares[0] * (above[x] >> 4)) >> 16) + ((shares[1] * (below[x] >> 4)) >> 16);
      output[y * stride + x] = (sum + 2) >> 2;
    }
  });
  return output;
}

/** @param {Uint8Array} row @param {import("./axis.js").Taps[]} columns */
function across(row, columns) {
  const result = new Int32Array(columns.length * 3);
  for (let i = 0; i < result.length; i++) {
    const { first, shares } = columns[Math.trunc(i / 3)];
    const at = first * 3 + (i % 3);
    const next = Math.min(at + 3, row.length - 3 + (i % 3));
    result[i] = row[at] * shares[0] + row[next] * shares[1];
  }
  return result;
}
