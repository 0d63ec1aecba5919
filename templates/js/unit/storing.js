// The end of an equation in whole numbers; the twin of generator/Convscope.Core/Operators/Storing.cs.

import { isWithinOne, settleDecimals } from "../compute/decimals.js";
import { decimalsFor, roundTo, tenTo } from "../compute/numbers.js";
import { roundToEven } from "../compute/layers/functions.js";
import { hold, realOf } from "../compute/storing.js";
import { find, findAll } from "../dom.js";
import { showNumber, shownDecimals } from "./shown.js";

/** @import { Quantiser } from "../compute/storing.js" */

/** @typedef {{ name: string, value: number, decimals: number }} Named a number of the equation by its class */

/** @typedef {(shown: number, decimals: number) => Named[] | null} Fit what makes a shown fraction come out; null where nothing does */

const MOST_DECIMALS = 9;

/**
 * Shows what becomes of a fraction, and what gave it.
 * @param {HTMLElement} equation @param {Quantiser} to @param {number} scaled @param {number} y what was recorded @param {Fit} fit
 * @param {boolean} isZeroIn whether the zero point was added before rounding
 */
export function showStoring(equation, to, scaled, y, fit, isZeroIn = false) {
  const offset = isZeroIn ? 0 : to.zero;
  const { value, decimals, before } = fraction(to, scaled, offset, y, fit);
  for (const number of before) for (const place of findAll(`.${number.name}`, equation)) showNumber(place, number.value, number.decimals);
  for (const place of findAll(".scaled", equation)) showNumber(place, value, decimals);
  const rounded = roundToEven(roundTo(value, decimals));
  showNumber(find(".rounded", equation), rounded, 0);
  for (const place of findAll(".y", equation)) showNumber(place, y, 0);
  const real = realOf(y, to);
  const digits = decimalsFor(Math.max(Math.abs(realOf(to.low, to)), Math.abs(realOf(to.high, to))));
  const given = before.find((number) => number.name === "per");
  const settled = given ? settleDecimals(digits, (y - to.zero) * roundTo(given.value, given.decimals), real) : digits;
  showNumber(find(".real", equation), real, settled);
  if (!given) showFactor(equation, "per", y - to.zero, to.step, real, digits);
  const [tie, held] = [find("[data-tie]", equation), find("[data-held]", equation)];
  if (tie) tie.hidden = value - Math.floor(value) !== 0.5;
  if (held) held.hidden = rounded + offset === y;
}

/** @param {HTMLElement} equation @param {string} name @param {number} whole @param {number} factor @param {number} product @param {number} decimals */
function showFactor(equation, name, whole, factor, product, decimals) {
  const places = findAll(`.${name}`, equation);
  const fitted = fitFactor(whole, factor, product, decimals, shownDecimals(places[0]));
  for (const place of places) showNumber(place, factor, fitted);
}

/**
 * Decimals of a factor, from so many on, with which a product comes out.
 * @param {number} whole @param {number} factor @param {number} product @param {number} decimals @param {number} start
 */
export function fitFactor(whole, factor, product, decimals, start) {
  for (let digits = start; digits < start + 12; digits++) {
    if (isWithinOne(whole * roundTo(factor, digits), roundTo(product, decimals), decimals)) return digits;
  }
  return start;
}

/** The decimals that the page shows of a number. @param {HTMLElement} equation @param {string} name */
export function digitsOf(equation, name) {
  return shownDecimals(find(`.${name}`, equation));
}

/**
 * The fraction with the fewest decimals with which it rounds as it did and what is before it gives it.
 * @param {Quantiser} to @param {number} scaled @param {number} offset @param {number} y @param {Fit} fit
 */
function fraction(to, scaled, offset, y, fit) {
  const gives = (/** @type {number} */ value) => hold(roundToEven(value) + offset, to) === y;
  const size = Math.abs(scaled);
  const start = size >= 1e5 ? 5 - Math.floor(Math.log10(size)) : Math.min(2, decimalsFor(size));
  for (let decimals = start; decimals <= MOST_DECIMALS && Number.isFinite(scaled); decimals++) {
    const shown = roundTo(scaled, decimals);
    const fitted = gives(shown) ? fit(shown, decimals) : null;
    if (fitted) return { value: scaled, decimals, before: fitted };
    for (const side of decimals >= 4 ? [-1, 1] : []) {
      const near = shown + side * tenTo(-decimals);
      const other = gives(near) ? fit(near, decimals) : null;
      if (other) return { value: near, decimals, before: other };
    }
  }
  return { value: scaled, decimals: start, before: [] };
}
