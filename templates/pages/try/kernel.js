// A unit's kernels: one is replaced as a whole, or weight by weight.
import { formatNumber } from "../../js/compute/numbers.js";
import { make } from "../../js/dom.js";
import { KERNEL_NAMES } from "../../js/live/address/interventions.js";
import { wordOf } from "../../js/words.js";
import { choice, labelled, numbered, reachOf, row, slider } from "./controls.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("./whatif.js").Place} Place */

const MOST_CELLS = 225;
const MOST_KERNELS = 4096;

/** @param {Place} place @returns {Node[]} */
export function kernelControls(place) {
  const { about, hand, unit, follow } = place;
  const [{ network }, layer] = [about, place.layer.id];
  const count = Math.min(network.kernelsOf(layer), MOST_KERNELS);
  if (count === 0) return [];
  const inputChoice = choice(
    "input",
    numbered(count, (i) => String(network.inputOf(layer, unit, i))),
  );
  const input = () => Number(inputChoice.value);
  const names = /** @type {Array<[string, string]>} */ (KERNEL_NAMES.map((name) => [name, wordOf(`live_kernel_${name}`)]));
  const kinds = choice("kernel", [["", wordOf("live_kernel_learned")], ...names]);
  const kernel = (/** @type {string} */ name) => /** @type {Intervention} */ ({ kind: "kernel", layer, unit, input: input(), name });
  kinds.addEventListener("change", () => (kinds.value ? hand.set(kernel(kinds.value), true) : hand.takeBack(kernel("zero"))));
  follow(kinds, (changes) => {
    const own = changes.find((one) => one.kind === "kernel" && one.layer === layer && one.unit === unit && one.input === input());
    kinds.value = own?.kind === "kernel" ? own.name : "";
  });
  const weights = make("div");
  const build = () => weights.replaceChildren(...weightControls(place, input()));
  inputChoice.addEventListener("change", () => {
    place.refresh();
    build();
  });
  build();
  return [make("p", { class: "row" }, labelled("live_kernel_for", inputChoice), labelled("live_replace", kinds)), weights];
}

/**
 * One weight is picked from a kernel, and then dragged or typed.
 * @param {Place} place
 * @param {number} input
 * @returns {Node[]}
 */
function weightControls({ about, hand, layer, unit, follow }, input) {
  const kernel = about.network.kernelOf(layer.id, unit, input);
  if (!kernel || kernel.weights.length > MOST_CELLS) return [];
  const { columns, weights } = kernel;
  const reach = reachOf(weights);
  const picked = make("div");
  const now = (/** @type {Intervention[]} */ changes) => about.network.kernelWith(changes, layer.id, unit, input)?.weights ?? weights;
  const cells = weights.map((_, i) => {
    const [line, column] = [Math.floor(i / columns), i % columns];
    const cell = make("button", { type: "button" });
    cell.addEventListener("click", () => {
      const change = (/** @type {number} */ value) =>
        /** @type {Intervention} */ ({ kind: "weight", layer: layer.id, unit, input, row: line, column, value });
      const name = wordOf("live_weight_place", line, column);
      const pair = slider(weights, name, (value, isStep) => hand.set(change(value), isStep));
      picked.replaceChildren(row(name, pair.element));
      follow(pair.element, (changes) => pair.put(now(changes)[i]));
    });
    return cell;
  });
  const grid = make("div", { class: "kernel-cells", style: `--columns:${columns}` }, ...cells);
  follow(grid, (changes) => {
    const all = now(changes);
    cells.forEach((cell, i) => showWeight(cell, Math.floor(i / columns), i % columns, all[i], weights[i], reach));
  });
  return [grid, picked];
}

/**
 * @param {HTMLElement} cell @param {number} line @param {number} column @param {number} weight as it is now
 * @param {number} learned as the network has learned it
 * @param {number} reach the largest that colours tell apart
 */
function showWeight(cell, line, column, weight, learned, reach) {
  const text = formatNumber(weight, 2);
  cell.textContent = text;
  cell.setAttribute("aria-label", wordOf("live_weight_at", line, column, text));
  cell.className = weight < 0 ? "is-minus" : "";
  cell.classList.toggle("is-changed", weight !== learned);
  cell.style.setProperty("--t", `${Math.round(Math.min(1, Math.abs(weight) / reach) * 200)}%`);
}
