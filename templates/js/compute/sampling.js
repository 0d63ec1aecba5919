// How a resized map is read from the one before it, axis by axis.

/**
 * How an axis is sampled: the input cells of each output cell and their weights; a single cell has none.
 * @typedef {{ at: number[][], weights: number[][] | null }} Sampling
 */

/** @param {Sampling} rows @param {number} y @param {number} r @param {Sampling} columns @param {number} x @param {number} c */
export function weightOf(rows, y, r, columns, x, c) {
  if (!rows.weights && !columns.weights) return undefined;
  return (rows.weights ? rows.weights[y][r] : 1) * (columns.weights ? columns.weights[x][c] : 1);
}

/** @param {number[]} numbers */
export function endsOf(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}

/** The output cell that reads closest around an input cell. @param {Sampling} axis @param {number} cell */
export function nearestTo(axis, cell) {
  const distance = (/** @type {number[]} */ at) => Math.abs(at.reduce((sum, i) => sum + i, 0) / at.length - cell);
  return axis.at.reduce((best, at, i) => (distance(at) < distance(axis.at[best]) ? i : best), 0);
}
