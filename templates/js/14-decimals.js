// The twin of generator/Convscope.Core/Explain/Decimals.cs: it chooses how many decimals to show so that a reader with a
// calculator gets the shown result from the shown operands. Change both.

/**
 * @typedef {{ x: number, w?: number, pad?: boolean }} ExactTerm
 * @typedef {{ terms: ExactTerm[], sum: number }} ExactPart
 * @typedef {{ x: number, w: number, p: number, y: number }} Decimals
 */

const MOST_DECIMALS = 10;

/** @param {number} a @param {number} b @param {number} decimals */
function isWithinOne(a, b, decimals) {
  return Math.abs(a - b) <= 10 ** -decimals * (1 + 1e-6);
}

/** @param {ExactPart[]} parts @param {number} bias @param {number} result @param {Decimals} d */
function totalAddsUp(parts, bias, result, d) {
  let sum = roundTo(bias, d.p);
  for (const part of parts) sum += roundTo(part.sum, d.p);
  return isWithinOne(sum, roundTo(result, d.y), d.y);
}

/** @param {ExactPart} part @param {Decimals} d */
function partAddsUp(part, d) {
  if (part.terms.length === 0) return true;
  let sum = 0;
  for (const term of part.terms) sum += roundTo(term.x, d.x) * (term.w === undefined ? 1 : roundTo(term.w, d.w));
  return isWithinOne(sum, roundTo(part.sum, d.p), d.p);
}

/**
 * The fewest decimals, from a start upwards, with which every partial sum and the total add up.
 * @param {ExactPart[]} parts
 * @param {number} bias
 * @param {number} result
 * @param {Decimals} start decimals below which not to go, so that digits don't come and go while the cell moves
 * @returns {Decimals}
 */
function decimalsForSum(parts, bias, result, start) {
  const d = { ...start };
  while (d.p < MOST_DECIMALS && !totalAddsUp(parts, bias, result, d)) d.p++;
  let raiseWeights = true;
  for (const part of parts) {
    while ((d.x < MOST_DECIMALS || d.w < MOST_DECIMALS) && !partAddsUp(part, d)) {
      if (raiseWeights && d.w < MOST_DECIMALS) d.w++;
      else if (d.x < MOST_DECIMALS) d.x++;
      raiseWeights = !raiseWeights;
    }
  }
  const unchanged = d.x === start.x && d.w === start.w && d.p === start.p;
  if (unchanged || parts.every((part) => partAddsUp(part, d)) || (d.x === MOST_DECIMALS && d.w === MOST_DECIMALS)) return d;
  return decimalsForSum(parts, bias, result, { ...d, x: Math.min(MOST_DECIMALS, d.x + 1) });
}
