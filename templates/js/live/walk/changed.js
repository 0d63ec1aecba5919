// What of a unit's equation is changed stands apart: its kernels, which are drawn anew, and its bias.
import { drawMap } from "../../colours.js";
import { formatNumber } from "../../compute/numbers.js";
import { find, findAll, make } from "../../dom.js";
import { showTip } from "../../unit/kernel-tips.js";
import { wordOf } from "../../words.js";
import { magnitudeOf } from "./view.js";

/** @typedef {import("../address/interventions.js").Intervention} Intervention */
/** @typedef {import("../live-network.js").LiveNetwork} LiveNetwork */

/**
 * @param {LiveNetwork} network
 * @param {Intervention[]} changes
 * @param {string} layer @param {number} unit the page's own
 */
export function markChanges(network, changes, layer, unit) {
  const own = changes.filter((one) => one.kind !== "patch" && one.layer === layer && one.unit === unit);
  const inputs = new Set(own.flatMap((one) => (one.kind === "weight" || one.kind === "kernel" ? [one.input] : [])));
  for (const input of inputs) markKernel(network, changes, layer, unit, input);
  const isBias = own.some((one) => one.kind === "bias");
  if (isBias) for (const place of findAll(".equation .b")) place.classList.add("is-changed");
  if (inputs.size === 0 && !isBias) return;
  find(".equation")?.before(make("p", { class: "live-note", "data-live-note": true }, wordOf("live_changed")));
}

/** @param {LiveNetwork} network @param {Intervention[]} changes @param {string} layer @param {number} unit @param {number} input */
function markKernel(network, changes, layer, unit, input) {
  const kernel = network.kernelWith(changes, layer, unit, input);
  const from = network.inputOf(layer, unit, input);
  for (const place of findAll(`.channels [data-unit="${from}"], .part[data-unit="${from}"]`)) place.classList.add("is-changed");
  const shown = find(`.channels [data-unit="${from}"] .kernel`);
  if (!kernel || !shown) return;
  const image = /** @type {HTMLImageElement | null} */ (find("img", shown));
  const most = magnitudeOf(kernel.weights) || 1;
  const canvas = document.createElement("canvas");
  drawMap(canvas, kernel.weights, kernel.rows, kernel.columns, { palette: "diverging", minimum: -most, maximum: most });
  if (image) image.src = canvas.toDataURL();
  const texts = kernel.weights.map((weight) => formatNumber(weight, 2));
  const rows = Array.from({ length: kernel.rows }, (_, row) => texts.slice(row * kernel.columns, (row + 1) * kernel.columns));
  shown.removeAttribute("title");
  shown.setAttribute("aria-label", wordOf("live_changed_kernel", from, rows.map((row) => row.join("  ")).join("\n")));
  showTip(shown, rows, kernel.weights);
}
