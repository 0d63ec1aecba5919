// Softmax and its logarithm at one place, and the decimals with which what is shown of them adds up.

import { isWithinOne, settleDecimals } from "./decimals.js";
import { MOST_DECIMALS, roundTo } from "./numbers.js";

/**
 * A class, and a line of them: those that are named, what the others add, and the chosen one's result.
 * @typedef {{ index: number, logit: number, exponential: number }} SoftmaxPart
 * @typedef {{ x: number, e: number, s: number, y: number }} LineDecimals of logits, exponentials, their sum and the result
 * @typedef {{ named: SoftmaxPart[], others: number, maximum: number, sum: number, chosen: number, result: number }} SoftmaxLine
 */

/** Decimals of a probability. */
export const PROBABILITY_DECIMALS = 4;

/** How many classes an equation names; the twin of `Exponentials.Largest`. */
const MOST_CLASSES = 12;

/**
 * The line of a cell. Where not all classes are known, what the others add follows from the chosen one's share.
 * @param {number[]} logits of the known classes @param {number[]} indices theirs @param {number} chosen
 * @param {number} result @param {number} share the chosen one's probability @param {boolean} isWhole whether these are all classes
 * @returns {SoftmaxLine}
 */
export function softmaxLine(logits, indices, chosen, result, share, isWhole) {
  const maximum = Math.max(...logits);
  const all = logits.map((logit, i) => ({ index: indices[i], logit, exponential: Math.exp(logit - maximum) }));
  const named = all.length <= MOST_CLASSES ? all : largestClasses(all, chosen);
  const sumOfThese = all.reduce((sum, one) => sum + one.exponential, 0);
  const own = all.find((one) => one.index === chosen)?.exponential ?? 0;
  const sum = isWhole ? sumOfThese : Math.max(sumOfThese, own / share || 0);
  const others = isWhole ? leftOut(all, named) : named.reduce((rest, one) => rest - one.exponential, sum);
  return { named, others, maximum, sum, chosen, result };
}

/** The chosen class and those with the largest logits, in order. @param {SoftmaxPart[]} all @param {number} chosen */
function largestClasses(all, chosen) {
  return [...all]
    .sort((a, b) => Number(b.index === chosen) - Number(a.index === chosen) || b.logit - a.logit || a.index - b.index)
    .slice(0, MOST_CLASSES)
    .sort((a, b) => a.index - b.index);
}

/** @param {SoftmaxPart[]} all @param {SoftmaxPart[]} named */
function leftOut(all, named) {
  return all.filter((one) => !named.includes(one)).reduce((sum, one) => sum + one.exponential, 0);
}

/** The twin of `Softmax.Fewest`. @param {SoftmaxLine} line */
export function shareDecimals(line) {
  const areQuotients = (/** @type {number} */ e, /** @type {number} */ s) =>
    line.named.every((one) => {
      const share = one.index === line.chosen ? line.result : one.exponential / line.sum;
      return isWithinOne(roundTo(one.exponential, e) / roundTo(line.sum, s), roundTo(share, PROBABILITY_DECIMALS), PROBABILITY_DECIMALS);
    });
  let s = PROBABILITY_DECIMALS;
  while (s < MOST_DECIMALS && !areQuotients(s, s)) s++;
  let e = s;
  while (e < MOST_DECIMALS && !(areQuotients(e, s) && exponentialsAddUp(line, e, s))) e++;
  let x = 2;
  while (x < MOST_DECIMALS && !areExponentials(line, x, e)) x++;
  return { x, e, s, y: PROBABILITY_DECIMALS };
}

/** The twin of `LogSoftmax.Fewest`. @param {SoftmaxLine} line @param {number} wanted */
export function logarithmDecimals(line, wanted) {
  const logit = line.named.find((one) => one.index === line.chosen)?.logit ?? 0;
  const y = settleDecimals(wanted, logit - line.maximum - Math.log(line.sum), line.result);
  const gives = (/** @type {number} */ from, /** @type {number} */ largest, /** @type {number} */ s) =>
    isWithinOne(from - largest - Math.log(roundTo(line.sum, s)), roundTo(line.result, y), y);
  let s = 2;
  while (s < MOST_DECIMALS && !gives(logit, line.maximum, s)) s++;
  let e = s;
  while (e < MOST_DECIMALS && !exponentialsAddUp(line, e, s)) e++;
  let x = 2;
  while (x < MOST_DECIMALS && !(areExponentials(line, x, e) && gives(roundTo(logit, x), roundTo(line.maximum, x), s))) x++;
  return { x, e, s, y };
}

/** @param {SoftmaxLine} line @param {number} e @param {number} s */
function exponentialsAddUp(line, e, s) {
  return isWithinOne(
    line.named.reduce((total, one) => total + roundTo(one.exponential, e), roundTo(line.others, e)),
    roundTo(line.sum, s),
    s,
  );
}

/** @param {SoftmaxLine} line @param {number} x @param {number} e */
function areExponentials(line, x, e) {
  return line.named.every((one) => isWithinOne(Math.exp(roundTo(one.logit, x) - roundTo(line.maximum, x)), roundTo(one.exponential, e), e));
}
