// How a transposed convolution spreads its input; the twin of `Spread`.

/**
 * Which weights k reach an output cell along an axis, and from where; the twin of `Spread.Reaching`.
 * @param {any} op @param {number} axis @param {number} output
 */
export function reaching(op, axis, output) {
  const taps = [];
  for (let k = op.kernel[axis] - 1; k >= 0; k--) {
    const at = output + op.pad[axis] - k * op.dilation[axis];
    if (at % op.stride[axis] === 0) taps.push({ k, from: at / op.stride[axis] });
  }
  return taps;
}

/**
 * As many places at every cell; some are empty.
 * @param {any} op @param {number} axis @param {number} output @returns {Array<{ k: number, from: number } | null>}
 */
export function slotsOf(op, axis, output) {
  const taps = reaching(op, axis, output);
  return Array.from({ length: Math.max(1, op.slots[axis]) }, (_, i) => taps[i] ?? null);
}

/**
 * @param {any} op @param {number[]} weights @param {ArrayLike<number>} map @param {number[]} shape
 * @param {{ k: number, from: number } | null} row @param {{ k: number, from: number } | null} column
 */
export function spreadTerm(op, weights, map, shape, row, column) {
  if (!row || !column) return { x: 0, w: 0, pad: true };
  const inside = row.from >= 0 && row.from < shape[1] && column.from >= 0 && column.from < shape[2];
  return { x: inside ? map[row.from * shape[2] + column.from] : 0, w: Math.fround(weights[row.k * op.kernel[1] + column.k]), pad: !inside };
}
