// Kernels with a name, of any size, to put in the place of a learned one.

/** @typedef {(row: number, column: number) => number} Weight */

/** @param {number} rows @param {number} columns @returns {Record<string, Weight>} */
function weightsOf(rows, columns) {
  const count = rows * columns;
  const [middleRow, middleColumn] = [(rows - 1) >> 1, (columns - 1) >> 1];
  const isMiddle = (/** @type {number} */ row, /** @type {number} */ column) => row === middleRow && column === middleColumn;
  return {
    zero: () => 0,
    blur: () => 1 / count,
    edge: (row, column) => (isMiddle(row, column) ? count - 1 : -1) / count,
    sharpen: (row, column) => (isMiddle(row, column) ? 2 : 0) - 1 / count,
  };
}

/** A number from -1 to 1 that follows from whole numbers alone, so that a link gives the same. @param {number[]} seeds */
function chance(...seeds) {
  let state = 0x9e3779b9;
  for (const seed of seeds) {
    state = Math.imul(state ^ (seed + 0x7f4a7c15), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return (state >>> 0) / 2 ** 31 - 1;
}

/**
 * The weights of a kernel, row by row, in single precision. One of chance is as strong as the kernel that it stands for.
 * @param {string} name `zero`, `blur`, `edge`, `sharpen` or `random`
 * @param {number} rows @param {number} columns
 * @param {number} strength the largest weight of the kernel that it stands for
 * @param {number[]} seeds what tells it from other kernels of chance
 * @returns {number[]}
 */
export function namedKernel(name, rows, columns, strength, seeds) {
  const weight = weightsOf(rows, columns)[name] ?? ((row, column) => chance(...seeds, row, column) * (strength || 1));
  return Array.from({ length: rows * columns }, (_, i) => Math.fround(weight(Math.floor(i / columns), i % columns)));
}
