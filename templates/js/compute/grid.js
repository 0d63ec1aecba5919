// How a place that a grid gives, from -1 to 1 over a map, is read; the twin of `GridPlace`.

import { roundToEven } from "./layers/functions.js";

/**
 * @typedef {{ mode: string, padding: string, alignCorners: boolean }} GridRule
 * @typedef {{ row: number, column: number, w: number, pad: boolean }} GridTap
 */

const CUBIC = -0.75;

/** The row or column of a coordinate, in single precision. @param {GridRule} rule @param {number} coordinate @param {number} size */
export function placeOf({ alignCorners }, coordinate, size) {
  const f = Math.fround;
  return alignCorners ? f(f(f(coordinate + 1) / 2) * (size - 1)) : f(f(f(f(coordinate + 1) * size) - 1) / 2);
}

/**
 * The cells that are read at a place, row by row.
 * @param {GridRule} rule @param {number} row @param {number} column @param {number} height @param {number} width
 * @returns {GridTap[]}
 */
export function tapsAt(rule, row, column, height, width) {
  const [rows, columns] = [alongAxis(rule, row), alongAxis(rule, column)];
  return rows.weights.flatMap((down, r) =>
    columns.weights.map((across, c) => {
      const [y, x] = [inside(rule, rows.first + r, height), inside(rule, columns.first + c, width)];
      return { row: y ?? rows.first + r, column: x ?? columns.first + c, w: down * across, pad: y === null || x === null };
    }),
  );
}

/** @param {GridRule} rule @param {number} place @returns {{ first: number, weights: number[] }} */
function alongAxis({ mode }, place) {
  if (mode === "nearest") return { first: clamped(roundToEven(place)), weights: [1] };
  const first = Math.floor(place);
  const share = Math.fround(place - first);
  if (mode === "linear") return { first: clamped(first), weights: [Math.fround(1 - share), share] };
  return { first: clamped(first - 1), weights: cubicWeights(share).map(Math.fround) };
}

/** The weights of the cells at -1, 0, 1 and 2. @param {number} s a place between 0 and 1 */
function cubicWeights(s) {
  const near = (/** @type {number} */ d) => ((CUBIC + 2) * d - (CUBIC + 3)) * d * d + 1;
  const far = (/** @type {number} */ d) => ((CUBIC * d - 5 * CUBIC) * d + 8 * CUBIC) * d - 4 * CUBIC;
  return [far(1 + s), near(s), near(1 - s), far(2 - s)];
}

/** Far away from the map it doesn't matter where. @param {number} place */
function clamped(place) {
  return Number.isNaN(place) ? -1e6 : Math.min(1e6, Math.max(-1e6, place));
}

/**
 * The cell on the map that a cell stands for; null for a zero of the padding.
 * @param {GridRule} rule @param {number} at @param {number} size
 */
function inside({ padding, alignCorners }, at, size) {
  if (at >= 0 && at < size) return at;
  if (padding === "zeros") return null;
  if (padding === "border") return at < 0 ? 0 : size - 1;
  const period = alignCorners ? 2 * (size - 1) : 2 * size;
  const place = ((at % period) + period) % period;
  return place < size ? place : period - place - (alignCorners ? 0 : 1);
}
