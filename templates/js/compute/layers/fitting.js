import { roundToEven } from "./functions.js";
import { hold } from "../storing.js";

/** @import { Quantiser } from "../storing.js" */

/** The step and zero point that fit all numbers of a layer, 0 included; the twin of `DynamicQuantize.Fitting`. @param {Float32Array} data @returns {Quantiser} */
export function fitting(data) {
  const least = data.reduce((low, x) => Math.min(low, x), 0);
  const most = data.reduce((high, x) => Math.max(high, x), 0);
  const step = most === least ? 1 : Math.fround(Math.fround(most - least) / 255);
  const bytes = { low: 0, high: 255 };
  return { step, zero: hold(roundToEven(Math.fround(-Math.fround(least / step))), bytes), ...bytes };
}
