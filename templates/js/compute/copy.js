// Operators that only copy: each cell says where it comes from; the twin of `Copy.Describe`.

/**
 * Cell (y, x) comes from index `rows[y] + columns[x]`, counted over the operands, their units, rows and columns.
 * @typedef {{ sizes: number[], inputs: number[], rows: Array<number | null>, columns: Array<number | null> }} CopyRule
 * @typedef {{ operand: number, unit: number, row: number, column: number }} CopyOrigin
 */

/**
 * Where a cell comes from; null where it is filled.
 * @param {CopyRule} rule @param {number} y @param {number} x @returns {CopyOrigin | null}
 */
export function originOf(rule, y, x) {
  const [down, right] = [rule.rows[y], rule.columns[x]];
  if (down === null || right === null) return null;
  const [units, height, width] = rule.sizes;
  const index = down + right;
  const line = Math.floor(index / width);
  const map = Math.floor(line / height);
  return { operand: Math.floor(map / units), unit: map % units, row: line % height, column: index % width };
}
