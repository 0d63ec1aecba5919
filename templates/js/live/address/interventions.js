// What is changed in the network, as a short text for an address: `off*conv_1*3**bias*conv_1*0*0.5`. Strict: anybody can write an address.

/**
 * One change. Indices count from 0; a kernel is that of one unit for one unit of its input.
 * @typedef {{ kind: "off", layer: string, unit: number }
 *   | { kind: "weight", layer: string, unit: number, input: number, row: number, column: number, value: number }
 *   | { kind: "bias", layer: string, unit: number, value: number }
 *   | { kind: "kernel", layer: string, unit: number, input: number, name: string }
 *   | { kind: "add", layer: string, unit: number, value: number }
 *   | { kind: "patch", x: number, y: number, width: number, height: number }} Intervention
 */

/** The kernels that another can be replaced by. */
export const KERNEL_NAMES = ["zero", "blur", "edge", "sharpen", "random"];

const MOST = 1000;

/** The largest number that can be set: far beyond any weight, and far from what single precision can't hold. */
const MOST_VALUE = 1e30;
const BETWEEN = "**";

/**
 * What follows each kind, in order: `id`, `index`, `place` (may be below 0), `number`, `kernel`.
 * @type {Record<string, Array<[string, string]>>}
 */
const FORMS = {
  off: [
    ["layer", "id"],
    ["unit", "index"],
  ],
  weight: [
    ["layer", "id"],
    ["unit", "index"],
    ["input", "index"],
    ["row", "index"],
    ["column", "index"],
    ["value", "number"],
  ],
  bias: [
    ["layer", "id"],
    ["unit", "index"],
    ["value", "number"],
  ],
  kernel: [
    ["layer", "id"],
    ["unit", "index"],
    ["input", "index"],
    ["name", "kernel"],
  ],
  add: [
    ["layer", "id"],
    ["unit", "index"],
    ["value", "number"],
  ],
  patch: [
    ["x", "place"],
    ["y", "place"],
    ["width", "index"],
    ["height", "index"],
  ],
};

/** @param {string} text @param {string} type @returns {string | number | null} */
function read(text, type) {
  switch (type) {
    case "index":
      return /^\d{1,5}$/.test(text) ? Number(text) : null;
    case "place":
      return /^-?\d{1,5}$/.test(text) ? Number(text) : null;
    case "number":
      return /^-?\d{1,31}(\.\d{1,25})?(e[+-]?\d{1,3})?$/.test(text) && Math.abs(Number(text)) <= MOST_VALUE ? Number(text) : null;
    case "kernel":
      return KERNEL_NAMES.includes(text) ? text : null;
    default:
      return text.length > 0 && text.length <= 200 ? text : null;
  }
}

/** @param {string} text @returns {Intervention | null} */
function readOne(text) {
  const [kind, ...fields] = text.split("*");
  const form = Object.hasOwn(FORMS, kind) ? FORMS[kind] : null;
  if (!form || form.length !== fields.length) return null;
  const values = form.map(([, type], i) => read(fields[i], type));
  const named = Object.fromEntries(form.map(([name], i) => [name, values[i]]));
  return values.includes(null) ? null : /** @type {any} */ ({ kind, ...named });
}

/** The changes of a text, or null where it isn't one. @param {string} text @returns {Intervention[] | null} */
export function readInterventions(text) {
  if (text === "") return [];
  const parts = text.split(BETWEEN);
  if (parts.length > MOST) return null;
  const all = parts.map(readOne);
  return all.includes(null) ? null : /** @type {Intervention[]} */ (all);
}

/** A change whose number can be computed with, and stands in an address. @param {Intervention} one @returns {Intervention} */
export function within(one) {
  return "value" in one ? { ...one, value: Math.min(Math.max(one.value, -MOST_VALUE), MOST_VALUE) } : one;
}

/** @param {Intervention[]} interventions @returns {string} */
export function writeInterventions(interventions) {
  const fields = (/** @type {any} */ one) => FORMS[one.kind].map(([name]) => one[name]);
  return interventions.map((one) => [one.kind, ...fields(one)].join("*")).join(BETWEEN);
}

/** Whether two change the same thing, so that the later takes the place of the earlier. @param {Intervention} a @param {Intervention} b */
export function isSamePlace(a, b) {
  const names = FORMS[a.kind].map(([name]) => name).filter((name) => name !== "value" && name !== "name");
  const places = (/** @type {any} */ one) => names.map((name) => one[name]).join("*");
  return a.kind === b.kind && places(a) === places(b);
}
