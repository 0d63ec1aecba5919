// The parts that the controls of "What if" are made of.
import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";

/** @param {string} word @param {...Node} controls */
export function labelled(word, ...controls) {
  return make("label", {}, make("span", {}, wordOf(word)), ...controls);
}

/** @param {Array<[string | number, string]>} options @param {string} name */
export function choice(name, options) {
  return /** @type {HTMLSelectElement} */ (make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text))));
}

/** @param {number} count @param {(i: number) => string} nameOf @returns {Array<[number, string]>} */
export function numbered(count, nameOf) {
  return Array.from({ length: count }, (_, i) => [i, nameOf(i)]);
}

/** @param {string} word @param {() => void} act */
export function button(word, act) {
  const element = make("button", { type: "button" }, wordOf(word));
  element.addEventListener("click", act);
  return element;
}

/** @param {string} text @param {...Node} controls */
export function row(text, ...controls) {
  return make("p", { class: "row" }, make("span", {}, text), ...controls);
}

/** Twice the largest of some numbers, at least 1. @param {ArrayLike<number>} values */
export function reachOf(values) {
  let most = 0.5;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return Math.ceil(most * 20) / 10;
}

/** What is shown of a number that nobody typed: so many digits. */
const DIGITS = 6;

/**
 * A number that can be dragged or typed.
 * @param {ArrayLike<number>} values those that it should reach beyond
 * @param {string} name for those who don't see where it stands
 * @param {(value: number, isStep: boolean) => void} act `isStep`: the first of a drag, or of what is typed
 */
export function slider(values, name, act) {
  const reach = reachOf(values);
  const range = make("input", { type: "range", min: -reach, max: reach, step: reach / 100, "aria-label": name });
  const number = make("input", { type: "number", step: "any", "aria-label": name });
  let isStep = true;
  for (const [from, to] of [
    [range, number],
    [number, range],
  ]) {
    from.addEventListener("input", () => {
      if (!Number.isFinite(from.valueAsNumber)) return;
      to.value = from.value;
      act(from.valueAsNumber, isStep);
      isStep = false;
    });
    from.addEventListener("change", () => (isStep = true));
  }
  return {
    element: make("span", { class: "slider-pair" }, range, number),
    /** Shows a number; one that is just being typed stays as it is typed. @param {number} value */
    put(value) {
      if (Math.fround(number.valueAsNumber) === Math.fround(value)) return;
      number.value = range.value = String(Number(value.toPrecision(DIGITS)));
    },
  };
}
