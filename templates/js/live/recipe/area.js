// Scales in whole numbers across, then down, and rounds once; the twin of the generator's `AreaScaling`.
import { eachOf } from "./axis.js";

/** @typedef {{ total: number, pixels: import("./axis.js").Taps[] }} AreaWeights the sum of each pixel's shares, and the shares */

/** The mean of the area that falls on each output pixel. @param {import("./axis.js").Axis} axis @returns {AreaWeights} */
export function areas(axis) {
  return { total: axis.count, pixels: eachOf(axis, (i) => areaAt(axis.count, axis.size, i)) };
}

/**
 * Where nobody names a filter: areas where it shrinks, linear between the middles of pixels where it grows.
 * @param {import("./axis.js").Axis} axis
 * @returns {AreaWeights}
 */
export function usual(axis) {
  return axis.count >= axis.size ? areas(axis) : { total: 2 * axis.size, pixels: eachOf(axis, (i) => linearAt(axis.count, axis.size, i)) };
}

/**
 * Output pixel i covers [i * count, (i + 1) * count) in units of 1/size of a source pixel.
 * @param {number} count
 * @param {number} size
 * @param {number} i
 */
function areaAt(count, size, i) {
  const [from, to] = [i * count, (i + 1) * count];
  const [first, last] = [Math.floor(from / size), Math.floor((to - 1) / size)];
  const shareOf = (/** @type {number} */ s) => Math.min(to, (s + 1) * size) - Math.max(from, s * size);
  const shares = Array.from({ length: last - first + 1 }, (_, s) => shareOf(first + s));
  return { first, shares };
}

/**
 * The middle of output pixel i lies at ((2i + 1) * count - size) / (2 * size) source pixels; the edges repeat.
 * @param {number} count
 * @param {number} size
 * @param {number} i
 */
function linearAt(count, size, i) {
  const centre = Math.min(Math.max((2 * i + 1) * count - size, 0), 2 * size * (count - 1));
  const [first, rest] = [Math.floor(centre / (2 * size)), centre % (2 * size)];
  return { first, shares: rest === 0 ? [2 * size] : [2 * size - rest, rest] };
}

/**
 * @param {import("./axis.js").Rows} rows
 * @param {AreaWeights} columns
 * @param {AreaWeights} lines
 * @returns {Uint8Array} red, green, blue, row by row
 */
export function scaleAreas(rows, columns, lines) {
  const stride = columns.pixels.length * 3;
  const output = new Uint8Array(stride * lines.pixels.length);
  const total = columns.total * lines.total;
  const half = Math.floor(total / 2);
  const kept = [
    { row: -1, values: new Float64Array(stride) },
    { row: -1, values: new Float64Array(stride) },
  ];
  const sums = new Float64Array(stride);
  lines.pixels.forEach(({ first, shares }, y) => {
    sums.fill(0);
    shares.forEach((share, i) => {
      const line = kept[(first + i) & 1];
      if (line.row !== first + i) {
        across(rows.read(first + i), columns, line.values);
        line.row = first + i;
      }
      for (let x = 0; x < stride; x++) sums[x] += line.values[x] * share;
    });
    for (let x = 0; x < stride; x++) output[y * stride + x] = Math.floor((sums[x] + half) / total);
  });
  return output;
}

/** @param {Uint8Array} row @param {AreaWeights} columns @param {Float64Array} sums */
function across(row, columns, sums) {
  columns.pixels.forEach(({ first, shares }, x) => {
    let [red, green, blue, at] = [0, 0, 0, first * 3];
    for (const share of shares) {
      red += row[at++] * share;
      green += row[at++] * share;
      blue += row[at++] * share;
    }
    [sums[x * 3], sums[x * 3 + 1], sums[x * 3 + 2]] = [red, green, blue];
  });
}
