/** Powers of ten, each the nearest number: what `**` gives may differ in the last bit; the twin of `Tens`. */
const MOST_TENS = 60;
const TENS = Array.from({ length: 2 * MOST_TENS + 1 }, (_, i) => Number(`1e${i - MOST_TENS}`));

/** @param {number} power */
export function tenTo(power) {
  return TENS[Math.min(MOST_TENS, Math.max(-MOST_TENS, power)) + MOST_TENS];
}

/**
 * Rounds half away from zero, step for step as the generator does; fewer decimals than none are tens; to no more digits
 * than double precision has.
 * @param {number} value
 * @param {number} decimals
 */
export function roundTo(value, decimals) {
  const scale = tenTo(Math.abs(decimals));
  const scaled = decimals < 0 ? value / scale : value * scale;
  if (!Number.isFinite(value)) return value;
  if (Math.abs(scaled) >= 1e15) return roundTo(value, MOST_DIGITS - 1 - powerOf(value));
  let whole = Math.trunc(scaled);
  if (Math.abs(scaled - whole) >= 0.5) whole += Math.sign(scaled);
  return decimals < 0 ? whole * scale : whole / scale;
}

/** A number of more decimals is written with a power of ten; more digits than double precision has are never shown. */
const MOST_PLAIN = 12;
const MOST_DIGITS = 15;

/**
 * A number at fixed decimals, with a true minus sign and never a negative zero; `1.2345678e9` where the decimals are tens, or very many.
 * @param {number} value
 * @param {number} decimals
 */
export function formatNumber(value, decimals) {
  const rounded = roundTo(value, decimals);
  if (rounded === 0) return decimals < 0 ? `0e${-decimals}` : (0).toFixed(Math.min(MOST_PLAIN, decimals));
  if (!Number.isFinite(rounded)) return String(rounded).replace("-", "\u2212");
  const digits = powerOf(rounded) + decimals + 1;
  const text =
    decimals >= 0 && decimals <= MOST_PLAIN && digits <= MOST_DIGITS
      ? rounded.toFixed(decimals)
      : rounded.toExponential(Math.min(MOST_DIGITS, Math.max(1, digits)) - 1).replace("e+", "e");
  return text.replaceAll("-", "\u2212");
}

/** The power of ten of a number's first digit. @param {number} value */
function powerOf(value) {
  const text = value.toExponential(14);
  return Number(text.slice(text.indexOf("e") + 1));
}

/**
 * A number of a magnitude for a narrow place: in powers of ten where its decimals take more than eight characters;
 * the twin of `Number.Short`.
 * @param {number} value
 */
export function shortNumber(value) {
  const shown = formatNumber(value, decimalsFor(Math.abs(value)));
  return shown.length <= 8 ? shown : value.toExponential(1).replace("+", "").replaceAll("-", "\u2212");
}

/**
 * Decimals of a result from the largest magnitude of its layer; the twin of `Decimals.ForMagnitude`.
 * @param {number} magnitude
 */
export function decimalsFor(magnitude) {
  if (magnitude >= 2 ** 24 && Number.isFinite(magnitude)) return 7 - powerOf(magnitude);
  if (magnitude >= 100 || !Number.isFinite(magnitude)) return 1;
  let decimals = 2;
  while (magnitude > 0 && magnitude < tenTo(2 - decimals) && decimals < MOST_DECIMALS) decimals++;
  return decimals;
}

/** The twin of `Decimals.Most`. */
export const MOST_DECIMALS = 48;
