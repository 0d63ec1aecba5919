// Whole numbers of a few bits that stand for fractions; the twin of generator/Convscope.Core/Operators/Quantiser.cs, in single precision.

import { roundToEven } from "./layers/functions.js";
import { MOST_DECIMALS, roundTo } from "./numbers.js";

/** @typedef {{ step: number, zero: number, low: number, high: number }} Quantiser how one unit's whole numbers stand for fractions */

/** @typedef {{ steps: number[], zeros: number[], low: number, high: number }} Quantisers the same of all units, or one for all */

/** A whole number held within the type; of what is no number the least. @param {number} whole @param {{ low: number, high: number }} to */
export function hold(whole, to) {
  return Number.isNaN(whole) ? to.low : Math.min(to.high, Math.max(to.low, whole));
}

/** A unit's own. @param {Quantisers} all @param {number} unit @returns {Quantiser} */
export function quantiserOf({ steps, zeros, low, high }, unit) {
  const of = (/** @type {number[]} */ list) => list[list.length === 1 ? 0 : unit];
  return { step: Math.fround(of(steps)), zero: of(zeros), low, high };
}

/** Every unit's own, for a loop over cells. @param {Quantisers} all @param {number} units */
export function quantisersOf(all, units) {
  return Array.from({ length: units }, (_, unit) => quantiserOf(all, unit));
}

/** A unit's own with its step in single precision. @param {Quantiser} given @returns {Quantiser} */
export function single(given) {
  return { ...given, step: Math.fround(given.step) };
}

/** The whole number of a fraction in steps. @param {number} scaled @param {Quantiser} to */
export function store(scaled, to) {
  return hold(roundToEven(scaled) + to.zero, to);
}

/** A fraction, in steps of what it is stored in, or as it is. @param {number} real @param {Quantiser | null} to */
export function scaledReal(real, to) {
  return to ? inSteps(real, single(to)) : real;
}

/** What is rounded as it is stored, or as it is; the zero point is in it unless fractions were computed. @param {number} scaled @param {any} op */
export function held(scaled, { to, isReal }) {
  return to ? hold(roundToEven(scaled) + (isReal ? to.zero : 0), to) : scaled;
}

/** A number divided by the step, in single precision. @param {number} x @param {Quantiser} to */
export function inSteps(x, to) {
  return Math.fround(x / to.step);
}

/** What a whole number stands for. @param {number} whole @param {Quantiser} from */
export function realOf(whole, from) {
  return Math.fround((whole - from.zero) * from.step);
}

/**
 * What becomes of an exact sum of products of whole numbers: itself, what it stands for, or that stored again.
 * @param {number} sum @param {{ factors: number[], bias: number[], to: Quantisers | null }} ending @param {number} unit
 */
export function endOf(sum, { factors, bias, to }, unit) {
  const whole = Math.fround(sum);
  if (factors.length === 0) return whole;
  let scaled = Math.fround(whole * Math.fround(factors[factors.length === 1 ? 0 : unit]));
  if (bias.length > 0) scaled = Math.fround(scaled + Math.fround(bias[bias.length === 1 ? 0 : unit]));
  return to ? store(scaled, quantiserOf(to, unit)) : scaled;
}

/** Decimals with which a number of single precision is written whole; the twin of `Number.Whole`. @param {number} value */
export function wholeDecimals(value) {
  let decimals = 0;
  while (decimals < MOST_DECIMALS && Math.fround(roundTo(value, decimals)) !== Math.fround(value)) decimals++;
  return decimals;
}
