/** @import { Settings } from "./settings.js" */

/**
 * What follows from the settings along one axis; rows and columns are alike.
 * @typedef {{
 *   extent: number, padded: number, room: number, output: number, leftover: number, lost: number, skipped: number, read: Set<number>,
 * }} Sizes
 *
 * A term of an output cell, with the place that it comes from; and an output cell that reads a place, with the weight it has there.
 * @typedef {{ row: number, column: number, x: number, w: number, padding: boolean }} Term
 * @typedef {{ row: number, column: number, w: number }} Reader
 */

/** @param {Settings} settings @returns {Sizes} with an output of 0 where the kernel doesn't fit */
export function sizesOf({ n, k, p, s, d }) {
  const extent = d * (k - 1) + 1;
  const room = n + 2 * p - extent;
  const output = room < 0 ? 0 : Math.floor(room / s) + 1;
  const leftover = room < 0 ? 0 : room % s;
  const lost = Math.max(0, leftover - p);
  const read = new Set();
  for (let o = 0; o < output; o++) for (let i = 0; i < k; i++) read.add(o * s - p + i * d);
  const inside = [...read].filter((row) => row >= 0 && row < n).length;
  return { extent, padded: n + 2 * p, room, output, leftover, lost, read, skipped: output > 0 ? n - lost - inside : 0 };
}

/** The picture at a size, row by row: a bright spot, off centre. The static page's figure has the same numbers. @param {number} n */
export function pictureOf(n) {
  const top = Math.floor(n / 3);
  const left = Math.floor(n / 2);
  return Array.from({ length: n * n }, (_, i) => {
    const distance = (Math.floor(i / n) - top) ** 2 + ((i % n) - left) ** 2;
    return Math.max(0, 9 - Math.floor((3 * distance) / n));
  });
}

/**
 * The terms of one output cell, in the kernel's order.
 * @param {Settings} settings @param {number[]} picture @param {number} row @param {number} column
 * @returns {Term[]}
 */
export function termsOf({ n, k, p, s, d, weights }, picture, row, column) {
  return weights.map((w, i) => {
    const y = row * s - p + Math.floor(i / k) * d;
    const x = column * s - p + (i % k) * d;
    const padding = y < 0 || y >= n || x < 0 || x >= n;
    return { row: y, column: x, x: padding ? 0 : picture[y * n + x], w, padding };
  });
}

/** The exact sum; `+ 0` so that no sum is a negative zero. @param {Term[]} terms */
export function sumOf(terms) {
  return terms.reduce((sum, term) => sum + term.x * term.w, 0) + 0;
}

/**
 * The output cells that read an input cell, each with the weight it gets there.
 * @param {Settings} settings @param {Sizes} sizes @param {number} row @param {number} column
 * @returns {Reader[]}
 */
export function readersOf(settings, sizes, row, column) {
  const along = (/** @type {number} */ at) => {
    const hits = [];
    for (let o = 0; o < sizes.output; o++) {
      const offset = at - (o * settings.s - settings.p);
      if (offset >= 0 && offset < sizes.extent && offset % settings.d === 0) hits.push({ o, k: offset / settings.d });
    }
    return hits;
  };
  return along(row).flatMap((r) => along(column).map((c) => ({ row: r.o, column: c.o, w: settings.weights[r.k * settings.k + c.k] })));
}
