// What is changed in the network: a list in view, each of which can be taken back, and the controls that add to it.
import { formatNumber } from "../../js/compute/numbers.js";
import { find, make } from "../../js/dom.js";
import { isSamePlace, KERNEL_NAMES, writeInterventions } from "../../js/live/address/interventions.js";
import { wordOf } from "../../js/words.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("../../js/live/live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {{ id: string, name: string, kind: string, shape: number[], inputs: string[], hasKernels: boolean }} LayerInfo */

/**
 * What the controls know of the network.
 * @typedef {{ network: LiveNetwork, layers: LayerInfo[], output: { layer: string, names: string[] } }} About
 */

/** An intervention in words. @param {Intervention} one @param {About} about */
function describe(one, { layers, output }) {
  if (one.kind === "patch") return wordOf("live_did_patch", one.height, one.width, one.y, one.x);
  const layer = layers.find((each) => each.id === one.layer)?.name ?? one.layer;
  switch (one.kind) {
    case "off":
      return wordOf("live_did_off", one.unit, layer);
    case "bias":
      return wordOf("live_did_bias", one.unit, layer, one.value);
    case "weight":
      return wordOf("live_did_weight", one.row, one.column, one.input, one.unit, layer, one.value);
    case "kernel":
      return wordOf("live_did_kernel", one.input, one.unit, layer, wordOf(`live_kernel_${one.name}`));
    default:
      return wordOf("live_did_add", output.names[one.unit] ?? one.unit, one.value);
  }
}

/** Shows the list. @param {Intervention[]} interventions @param {About} about @param {(index: number) => void} remove */
export function showInterventions(interventions, about, remove) {
  const list = /** @type {HTMLElement} */ (find(".interventions"));
  const all = writeInterventions(interventions);
  if (list.dataset.all === all) return;
  list.dataset.all = all;
  list.replaceChildren(
    ...interventions.map((one, index) => {
      const text = describe(one, about);
      const undo = make("button", { type: "button", "aria-label": wordOf("live_undo_this", text) }, "\u00d7");
      undo.addEventListener("click", () => remove(index));
      return make("li", { "data-intervention": one.kind }, make("span", {}, text), undo);
    }),
  );
}

/**
 * A list with one more; what changes the same place takes the place of what was there.
 * @param {Intervention[]} list
 * @param {Intervention} one
 */
export function withOne(list, one) {
  const at = list.findIndex((other) => isSamePlace(other, one));
  return at < 0 ? [...list, one] : list.map((other, i) => (i === at ? one : other));
}

/** @param {string} word @param {...Node} controls */
function labelled(word, ...controls) {
  return make("label", {}, make("span", {}, wordOf(word)), ...controls);
}

/** @param {Array<[string | number, string]>} options @param {string} name */
function choice(name, options) {
  return /** @type {HTMLSelectElement} */ (make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text))));
}

/** @param {string} word @param {() => void} act */
function button(word, act) {
  const element = make("button", { type: "button" }, wordOf(word));
  element.addEventListener("click", act);
  return element;
}

/** A number that can be dragged or typed. @param {number} value @param {number} reach @param {(value: number) => void} act */
function slider(value, reach, act) {
  const start = Math.round(value * 1000) / 1000;
  const named = { value: start, "aria-label": wordOf("live_value") };
  const range = /** @type {HTMLInputElement} */ (make("input", { type: "range", min: -reach, max: reach, step: reach / 100, ...named }));
  const number = /** @type {HTMLInputElement} */ (make("input", { type: "number", step: "any", ...named }));
  for (const [from, to] of [
    [range, number],
    [number, range],
  ]) {
    from.addEventListener("input", () => {
      if (!Number.isFinite(from.valueAsNumber)) return;
      to.value = from.value;
      act(from.valueAsNumber);
    });
  }
  return make("span", { class: "slider-pair" }, range, number);
}

/** Twice the largest of some numbers, at least 1. @param {ArrayLike<number>} values */
function reachOf(values) {
  let most = 0.5;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return Math.ceil(most * 20) / 10;
}

/** @param {number} count @param {(i: number) => string} nameOf @returns {Array<[number, string]>} */
function numbered(count, nameOf) {
  return Array.from({ length: count }, (_, i) => [i, nameOf(i)]);
}

/**
 * Builds the controls.
 * @param {About} about
 * @param {(one: Intervention) => void} add
 * @param {(layer: LayerInfo) => void} rank asks which units of a layer the answer needs
 */
export function startWhatIf(about, add, rank) {
  const form = /** @type {HTMLFormElement} */ (find(".changes"));
  form.addEventListener("submit", (event) => event.preventDefault());
  const layers = about.layers.filter((layer) => layer.inputs.length > 0 && about.network.isLive(layer.id));
  const layerChoice = choice(
    "layer",
    layers.map((layer) => [layer.id, layer.name]),
  );
  const place = make("div", { class: "changes-unit" });
  const layerOf = () => /** @type {LayerInfo} */ (layers.find((layer) => layer.id === layerChoice.value));
  const show = () => place.replaceChildren(...unitControls(about, layerOf(), add));
  layerChoice.addEventListener("change", show);
  form.append(
    labelled("live_layer", layerChoice),
    place,
    button("live_rank", () => rank(layerOf())),
    ...logitControls(about, add),
  );
  if (layers.length > 0) show();
}

/** Adds a change. @typedef {(one: Intervention) => void} Add */

/** @param {About} about @param {LayerInfo} layer @param {Add} add @returns {Node[]} */
function unitControls({ network, output }, layer, add) {
  const name = (/** @type {number} */ i) => (layer.id === output.layer ? (output.names[i] ?? String(i)) : String(i));
  const unitChoice = choice("unit", numbered(Math.min(layer.shape[0], 4096), name));
  const unit = () => Number(unitChoice.value);
  const more = make("div", { class: "changes-kernel" });
  const show = () => more.replaceChildren(...(layer.hasKernels ? kernelControls(network, layer, unit(), add) : []));
  unitChoice.addEventListener("change", show);
  show();
  const off = button("live_off", () => add({ kind: "off", layer: layer.id, unit: unit() }));
  return [make("p", { class: "row" }, labelled("live_unit", unitChoice), off), more];
}

/** @param {LiveNetwork} network @param {LayerInfo} layer @param {number} unit @param {Add} add @returns {Node[]} */
function kernelControls(network, layer, unit, add) {
  const bias = network.biasOf(layer.id, unit);
  const change = (/** @type {number} */ value) => add({ kind: "bias", layer: layer.id, unit, value });
  return [
    ...(bias === null ? [] : [row(wordOf("live_bias"), slider(bias, reachOf([bias]), change))]),
    ...(network.kernelsOf(layer.id) > 0 ? kernelChoice(network, layer, unit, add) : []),
  ];
}

/** @param {string} text @param {...Node} controls */
function row(text, ...controls) {
  return make("p", { class: "row" }, make("span", {}, text), ...controls);
}

/**
 * One kernel, to be replaced as a whole, or weight by weight.
 * @param {LiveNetwork} network
 * @param {LayerInfo} layer
 * @param {number} unit
 * @param {Add} add
 */
function kernelChoice(network, layer, unit, add) {
  const inputChoice = choice("input", numbered(Math.min(network.kernelsOf(layer.id), 4096), String));
  const names = /** @type {Array<[string, string]>} */ (KERNEL_NAMES.map((name) => [name, wordOf(`live_kernel_${name}`)]));
  const kinds = choice("kernel", [["", wordOf("live_replace_by")], ...names]);
  const weights = make("div");
  const input = () => Number(inputChoice.value);
  const show = () => weights.replaceChildren(...weightControls(network, { layer: layer.id, unit, input: input() }, add));
  inputChoice.addEventListener("change", show);
  kinds.addEventListener("change", () => {
    if (kinds.value) add({ kind: "kernel", layer: layer.id, unit, input: input(), name: kinds.value });
    kinds.value = "";
  });
  show();
  return [make("p", { class: "row" }, labelled("live_kernel_for", inputChoice), labelled("live_replace", kinds)), weights];
}

const MOST_CELLS = 225;

/**
 * One weight is picked from a kernel, and then dragged or typed.
 * @param {LiveNetwork} network
 * @param {{ layer: string, unit: number, input: number }} place
 * @param {Add} add
 * @returns {Node[]}
 */
function weightControls(network, place, add) {
  const kernel = network.kernelOf(place.layer, place.unit, place.input);
  if (!kernel || kernel.weights.length > MOST_CELLS) return [];
  const picked = make("div");
  const reach = reachOf(kernel.weights);
  const cells = kernel.weights.map((weight, i) => {
    const [line, column] = [Math.floor(i / kernel.columns), i % kernel.columns];
    const text = formatNumber(weight, 2);
    const cell = make(
      "button",
      {
        type: "button",
        "aria-label": wordOf("live_weight_at", line, column, text),
        class: weight < 0 ? "is-minus" : "",
        style: `--t:${Math.round((Math.abs(weight) / reach) * 200)}%`,
      },
      text,
    );
    cell.addEventListener("click", () =>
      picked.replaceChildren(
        row(
          wordOf("live_weight_place", line, column),
          slider(weight, reach, (value) => add({ kind: "weight", ...place, row: line, column, value })),
        ),
      ),
    );
    return cell;
  });
  return [make("div", { class: "kernel-cells", style: `--columns:${kernel.columns}` }, ...cells), picked];
}

/** @param {About} about @param {Add} add @returns {Node[]} */
function logitControls({ network, output }, add) {
  const { logits } = network;
  if (logits === null || output.names.length === 0) return [];
  const classes = choice(
    "class",
    numbered(output.names.length, (i) => output.names[i]),
  );
  const change = (/** @type {number} */ value) => add({ kind: "add", layer: logits, unit: Number(classes.value), value });
  return [make("p", { class: "row" }, labelled("live_raise", classes), slider(0, 10, change))];
}
