/**
 * The five hyperparameters and the kernel's weights.
 * @typedef {{ n: number, k: number, p: number, s: number, d: number, preset: string, weights: number[] }} Settings
 * @typedef {{ key: "n" | "k" | "p" | "s" | "d", least: number, most: number }} Field
 */

/** What can be set, and how far. Their names are words of the page, as those of the kernels are. @type {Field[]} */
export const FIELDS = [
  { key: "n", least: 1, most: 10 },
  { key: "k", least: 1, most: 5 },
  { key: "p", least: 0, most: 3 },
  { key: "s", least: 1, most: 4 },
  { key: "d", least: 1, most: 3 },
];

/** The largest weight that can be typed, so that sums stay short. */
export const LARGEST_WEIGHT = 9;

/**
 * Weights by offset from the centre, for a kernel of any size.
 * @type {Record<string, { weight: (row: number, column: number, k: number) => number }>}
 */
export const PRESETS = {
  edge: { weight: (row, column, k) => Math.sign(2 * column - (k - 1)) },
  "edge-down": { weight: (row, column, k) => Math.sign(2 * row - (k - 1)) },
  identity: { weight: (row, column, k) => (centreDistance(row, column, k) === 0 ? 1 : 0) },
  sum: { weight: () => 1 },
  sharpen: { weight: sharpen },
};

/** @param {string} preset @param {number} k @returns {number[]} the weights, row by row */
export function weightsOf(preset, k) {
  return Array.from({ length: k * k }, (_, i) => PRESETS[preset].weight(Math.floor(i / k), i % k, k));
}

/** @param {number} row @param {number} column @param {number} k */
function centreDistance(row, column, k) {
  const centre = Math.floor((k - 1) / 2);
  return Math.abs(row - centre) + Math.abs(column - centre);
}

/**
 * Takes the neighbours away from the centre; the weights add up to one, whatever the kernel's size.
 * @param {number} row @param {number} column @param {number} k
 */
function sharpen(row, column, k) {
  const distance = centreDistance(row, column, k);
  return distance === 1 ? -1 : distance > 1 ? 0 : 1 + (k === 1 ? 0 : k === 2 ? 2 : 4);
}

/**
 * Reads settings as `n=7&k=3&p=1&s=2&d=1&w=edge`; what is missing comes from `base`, what is out of range is drawn in.
 * @param {string} text @param {Settings} base @returns {Settings | null} null if the text isn't about them
 */
export function parseSettings(text, base) {
  const given = new URLSearchParams(text.replace(/^#/, ""));
  if (!FIELDS.some((field) => given.has(field.key))) return null;
  const settings = { ...base };
  for (const { key, least, most } of FIELDS) {
    const value = Number.parseInt(given.get(key) ?? "", 10);
    if (Number.isFinite(value)) settings[key] = Math.min(most, Math.max(least, value));
  }
  const name = given.get("w") ?? "";
  const own = name.split(",").map(Number);
  const isOwn = own.length === settings.k ** 2 && given.has("w") && own.every((w) => Number.isInteger(w) && Math.abs(w) <= LARGEST_WEIGHT);
  settings.preset = Object.hasOwn(PRESETS, name) ? name : isOwn ? "own" : "edge";
  settings.weights = settings.preset === "own" ? own : weightsOf(settings.preset, settings.k);
  return settings;
}

/** @param {Settings} settings @returns {string} the fragment, without its hash sign */
export function fragmentOf(settings) {
  const numbers = FIELDS.map(({ key }) => `${key}=${settings[key]}`).join("&");
  if (settings.preset === "edge") return numbers;
  return `${numbers}&w=${settings.preset === "own" ? settings.weights.join(",") : settings.preset}`;
}
