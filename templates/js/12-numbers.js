/**
 * Rounds half away from zero, step for step as the generator does.
 * @param {number} value
 * @param {number} decimals
 */
function roundTo(value, decimals) {
  if (Math.abs(value) >= 1e16) return value;
  const scale = 10 ** decimals;
  const scaled = value * scale;
  let whole = Math.trunc(scaled);
  if (Math.abs(scaled - whole) >= 0.5) whole += Math.sign(scaled);
  return whole / scale;
}

/**
 * A number at fixed decimals, with a true minus sign and never a negative zero.
 * @param {number} value
 * @param {number} decimals
 */
function formatNumber(value, decimals) {
  const text = roundTo(value, decimals).toFixed(decimals);
  if (!text.startsWith("-")) return text;
  return /[^0.]/.test(text.slice(1)) ? "\u2212" + text.slice(1) : text.slice(1);
}

/**
 * A number of a magnitude for a narrow place: in powers of ten where its decimals take more than eight characters; the twin of `Number.Short`.
 * @param {number} value
 */
function shortNumber(value) {
  const shown = formatNumber(value, decimalsFor(Math.abs(value)));
  return shown.length <= 8 ? shown : value.toExponential(1).replace("+", "").replaceAll("-", "\u2212");
}

/**
 * Shows a number in a `<data>` element.
 * @param {Element | null} element
 * @param {number} value the exact value
 * @param {number} decimals
 */
function showNumber(element, value, decimals) {
  if (!element) return;
  const shown = formatNumber(value, decimals);
  if (element.textContent !== shown) element.textContent = shown;
  element.setAttribute("value", String(value));
}

/**
 * Decimals of a result from the largest magnitude of its layer; the twin of `Decimals.ForMagnitude`.
 * @param {number} magnitude
 */
function decimalsFor(magnitude) {
  if (magnitude >= 100 || !Number.isFinite(magnitude)) return 1;
  let decimals = 2;
  for (let edge = 1; magnitude > 0 && magnitude < edge && decimals < 9; edge /= 10) decimals++;
  return decimals;
}
