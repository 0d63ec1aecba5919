// How far what this browser computes is from what was recorded when the site was built.
import { formatNumber } from "../../js/compute/numbers.js";
import { loadNumbers, loadPayload } from "../../js/data.js";
import { find } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";

/** @typedef {import("../../js/live/live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {import("../../js/live/live-network.js").Maps} Maps */

/** Promised of every layer: so many millionths of its range. */
const BOUND = 10;

/**
 * Of all maps and rows that were recorded how many are the same to the last bit, and of the others the layer that is farthest off, in
 * millionths of its range.
 * @typedef {{ count: number, same: number, layer: string, worst: number }} Exactness
 */

/** What is recorded of a layer: maps by unit, or a row. @typedef {{ id: string, maps: Array<[number, string]>, row: number[] }} Recorded */

/** @param {string} route @returns {Promise<Recorded[]>} */
async function loadRecorded(route) {
  return JSON.parse(new TextDecoder().decode(await loadPayload(route)));
}

/**
 * @param {string} route of what is recorded
 * @param {LiveNetwork} network
 * @param {Maps} maps
 * @returns {Promise<Exactness>}
 */
export async function exactnessOf(route, network, maps) {
  const result = { count: 0, same: 0, layer: "", worst: 0 };
  for (const { id, maps: recorded, row } of await loadRecorded(route)) {
    if (!maps(id)) continue;
    const all = row.length > 0 ? [Float32Array.from(row)] : await Promise.all(recorded.map(([, data]) => loadNumbers(data)));
    const units = row.length > 0 ? [-1] : recorded.map(([unit]) => unit);
    let [low, high, off] = [Infinity, -Infinity, 0];
    all.forEach((numbers, i) => {
      const live = /** @type {Float32Array} */ (network.numbersOf(maps, id, units[i]));
      let most = 0;
      for (let k = 0; k < numbers.length; k++) {
        [low, high] = [Math.min(low, numbers[k]), Math.max(high, numbers[k])];
        most = Math.max(most, Math.abs(numbers[k] - live[k]));
      }
      result.count++;
      if (most === 0) result.same++;
      off = Math.max(off, most);
    });
    const share = (1e6 * off) / (high - low || 1);
    if (share > result.worst) [result.worst, result.layer] = [share, id];
  }
  return result;
}

/** @param {Exactness} exactness @param {(layer: string) => string} nameOf */
export function showExactness({ count, same, layer, worst }, nameOf) {
  const place = find("[data-exactness]");
  if (!place) return;
  const text = wordOf("live_exact_same", same, count);
  place.textContent = worst === 0 ? text : `${text} ${wordOf("live_exact_off", nameOf(layer), formatNumber(worst, 2), BOUND)}`;
}
