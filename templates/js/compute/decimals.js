// The twin of generator/Convscope.Core/Explain/Decimals.cs: it chooses how many decimals to show so that a reader with a
// calculator gets the shown result from the shown operands. Change both.

import { MOST_DECIMALS, decimalsFor, roundTo, tenTo } from "./numbers.js";

/**
 * @typedef {{ x: number, w?: number, pad?: boolean }} ExactTerm
 * @typedef {{ terms: ExactTerm[], sum: number }} ExactPart
 * @typedef {{ x: number, w: number, p: number, y: number }} Decimals
 */

/** Decimals of operands or weights to begin with; the twin of `Decimals.ForLargest`. @param {number} largest */
function decimalsForLargest(largest) {
  return Math.max(2, decimalsFor(Math.min(largest, 1)) - 3);
}

/**
 * Whether two numbers differ by less than one unit of a decimal.
 * @param {number} a @param {number} b @param {number} decimals @param {number} units
 */
export function isWithinOne(a, b, decimals, units = 0.999) {
  return Math.abs(a - b) < units * tenTo(-decimals);
}

/**
 * Whether the shown partial sums and bias add up to the shown result, and leave the operands room to give it directly.
 * @param {ExactPart[]} parts @param {number} bias @param {number} result @param {Decimals} d
 */
function partsAddUp(parts, bias, result, d) {
  let sum = roundTo(bias, d.p);
  let direct = sum;
  for (const part of parts) {
    const shown = roundTo(part.sum, d.p);
    sum += shown;
    direct += part.terms.length === 0 ? shown : part.sum;
  }
  const y = roundTo(result, d.y);
  return isWithinOne(sum, y, d.y) && isWithinOne(direct, y, d.y, 0.95);
}

/**
 * Whether the shown operands and weights give every shown partial sum, and the result.
 * @param {ExactPart[]} parts @param {number} bias @param {number} result @param {Decimals} d
 */
function termsAddUp(parts, bias, result, d) {
  let total = roundTo(bias, d.p);
  for (const part of parts) {
    const shown = roundTo(part.sum, d.p);
    let sum = part.terms.length === 0 ? shown : 0;
    for (const term of part.terms) sum += roundTo(term.x, d.x) * (term.w === undefined ? 1 : roundTo(term.w, d.w));
    if (!isWithinOne(sum, shown, d.p)) return false;
    total += sum;
  }
  return isWithinOne(total, roundTo(result, d.y), d.y);
}

/**
 * Fewer decimals where single precision didn't compute a result that closely.
 * @param {number} wanted @param {number} recomputed @param {number} recorded
 */
export function settleDecimals(wanted, recomputed, recorded) {
  if (!Number.isFinite(recomputed) || !Number.isFinite(recorded)) return Math.min(wanted, 0);
  let decimals = wanted;
  while (decimals > -MOST_DECIMALS && !isWithinOne(recomputed, roundTo(recorded, decimals), decimals, 0.9)) decimals--;
  return decimals;
}

/**
 * The fewest decimals of operands, at least the result's, with which a function of them gives the shown result.
 * @param {number[]} operands @param {(shown: number[]) => number} combine @param {number} result @param {number} decimals
 */
export function decimalsForOperands(operands, combine, result, decimals) {
  let shown = decimals;
  if (!Number.isFinite(result) || operands.some((x) => !Number.isFinite(x))) return shown;
  while (shown < MOST_DECIMALS && !isWithinOne(combine(operands.map((x) => roundTo(x, shown))), roundTo(result, decimals), decimals))
    shown++;
  return shown;
}

/**
 * The fewest decimals, from a start upwards, with which all adds up.
 * @param {ExactPart[]} parts
 * @param {number} bias
 * @param {number} result
 * @param {Decimals} start decimals below which not to go, so that digits don't come and go while the cell moves
 * @returns {Decimals}
 */
export function decimalsForSum(parts, bias, result, start) {
  const total = parts.reduce((sum, part) => sum + part.sum, 0) + bias;
  const d = { ...start, y: settleDecimals(start.y, total, result) };
  if (!Number.isFinite(result) || parts.some((part) => !Number.isFinite(part.sum))) return d;
  const terms = parts.flatMap((part) => part.terms);
  if (terms.length > 0) {
    d.x = Math.max(d.x, decimalsForLargest(Math.max(...terms.map((term) => Math.abs(term.x)))));
    d.w = Math.max(d.w, decimalsForLargest(Math.max(...terms.map((term) => Math.abs(term.w ?? 1)))));
  }
  if (d.y < 0) d.p = Math.min(d.p, d.y);
  while (d.p < MOST_DECIMALS && !partsAddUp(parts, bias, result, d)) d.p++;
  for (
    let isWeightsTurn = true;
    (d.x < MOST_DECIMALS || d.w < MOST_DECIMALS) && !termsAddUp(parts, bias, result, d);
    isWeightsTurn = !isWeightsTurn
  ) {
    if (isWeightsTurn) d.w = Math.min(MOST_DECIMALS, d.w + 1);
    else d.x = Math.min(MOST_DECIMALS, d.x + 1);
  }
  return d;
}
