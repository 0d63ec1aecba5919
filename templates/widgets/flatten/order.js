// Where a flatten puts a cell; the twin of `Flatten.SourceOf` and `Flatten.IndexOf`.
// An order lists the axes unit, row, column, slowest first.

/** @param {number} index @param {number[]} shape @param {number[]} order @returns {number[]} unit, row, column */
export function flattenSource(index, shape, order) {
  const at = [0, 0, 0];
  for (const axis of [...order].reverse()) {
    at[axis] = index % shape[axis];
    index = Math.floor(index / shape[axis]);
  }
  return at;
}

/** @param {number[]} at unit, row, column @param {number[]} shape @param {number[]} order */
export function flattenIndex(at, shape, order) {
  return order.reduce((index, axis) => index * shape[axis] + at[axis], 0);
}
