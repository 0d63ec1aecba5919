/**
 * A number of a map that has one row or column where it counts for all.
 * @param {ArrayLike<number>} map @param {number} height @param {number} width @param {number} y @param {number} x
 */
export function spreadOver(map, height, width, y, x) {
  return map[(height === 1 ? 0 : y) * width + (width === 1 ? 0 : x)];
}
