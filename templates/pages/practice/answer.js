// What a typed answer says: the number in it, and whether that is right.

/** @typedef {{ answer: number, decimals: number, tolerance: number, slips: { key: string, value: number }[] }} Asked */

/**
 * The numbers that a typed text may mean. A comma is a decimal point, as a point is; before three last digits it may also part thousands.
 * @param {string} text
 * @returns {number[]} none where it is no number
 */
export function readings(text) {
  const plain = text.replace(/[\s\u00a0\u202f']/g, "").replace(/[\u2212\u2013]/g, "-");
  const found = [];
  if (/^[+-]?\d{1,3}([.,]\d{3})+$/.test(plain)) found.push(Number(plain.replace(/[.,]/g, "")));
  if (/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) found.push(Number(plain.replace(",", ".")));
  return found;
}

/** Two numbers are the same to within this, where both have been rounded to digits in base ten. */
const ROUNDING = 1e-9;

/**
 * What is to be said of an answer: `right`, the key of the slip that leads to it, `wrong`, or `unread` where it is no number.
 * @param {string} text @param {Asked} asked
 */
export function judge(text, asked) {
  const typed = readings(text);
  if (typed.length === 0) return "unread";
  const is = (/** @type {number} */ value, /** @type {number} */ within) =>
    typed.some((number) => Math.abs(number - value) <= within + ROUNDING * Math.max(1, Math.abs(value)));
  if (is(asked.answer, asked.tolerance)) return "right";
  const slip = asked.slips.find(({ value }) =>
    is(value, Math.max(asked.tolerance, Number.isInteger(value) ? 0 : 0.05 / 10 ** asked.decimals)),
  );
  return slip?.key ?? "wrong";
}
