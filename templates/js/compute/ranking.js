// The numbers of a line in their order: the units at a cell, or the columns of a row.

/** The indices of numbers, the largest first, of equals the first. @param {ArrayLike<number>} numbers */
export function orderOf(numbers) {
  return Array.from(numbers, (_, i) => i).sort((a, b) => numbers[b] - numbers[a] || a - b);
}

/** How many numbers an equation names; the twin of `Ranking.Largest`. */
const MOST_NAMED = 32;

/**
 * The indices that an equation names, in order: the largest, and the cell's own.
 * @param {number[]} order of all @param {number} own
 */
export function namedOf(order, own) {
  if (order.length <= MOST_NAMED) return [...order].sort((a, b) => a - b);
  const named = order.slice(0, MOST_NAMED);
  if (!named.includes(own)) named[MOST_NAMED - 1] = own;
  return named.sort((a, b) => a - b);
}
