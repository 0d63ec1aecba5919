// The controls that change the network. They follow what is changed, however that came about: here, by a link, or by going back.
import { find, make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { button, choice, labelled, numbered, row, slider } from "./controls.js";
import { kernelControls } from "./kernel.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("../../js/live/live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {{ id: string, name: string, kind: string, shape: number[], inputs: string[], hasKernels: boolean }} LayerInfo */
/** @typedef {{ layer: string, isShare: boolean, names: string[] }} Output */

/**
 * What the controls know of the network.
 * @typedef {{ network: LiveNetwork, layers: LayerInfo[], output: Output }} About
 */

/**
 * What the controls do.
 * @typedef {object} Hand
 * @property {(one: Intervention, isStep: boolean) => void} set `isStep`: it begins a step that can be undone
 * @property {(one: Intervention) => void} takeBack
 * @property {(layer: LayerInfo) => void} rank asks which units of a layer the answer needs
 * @property {(layer: string, unit: number) => void} chosen
 */

/**
 * The unit that controls stand for; what they show follows the changes that are in force, through `follow`.
 * @typedef {object} Place
 * @property {About} about
 * @property {Hand} hand
 * @property {LayerInfo} layer
 * @property {number} unit
 * @property {(element: Element, show: (changes: Intervention[]) => void) => void} follow for as long as the element is on the page
 * @property {() => void} refresh shows all of it again
 */

const MOST_UNITS = 4096;

/** Builds the controls. @param {About} about @param {Hand} hand */
export function startWhatIf(about, hand) {
  const form = /** @type {HTMLFormElement} */ (find(".changes"));
  form.addEventListener("submit", (event) => event.preventDefault());
  const layers = about.layers.filter((layer) => layer.inputs.length > 0 && about.network.isLive(layer.id));
  const layerOf = (/** @type {string} */ id) => layers.find((layer) => layer.id === id);
  const layerChoice = choice(
    "layer",
    layers.map((layer) => [layer.id, layer.name]),
  );
  const place = make("div", { class: "changes-unit" });
  /** @type {Intervention[]} */
  let changes = [];
  /** @type {Array<{ element: Element, show: (changes: Intervention[]) => void }>} */
  let followers = [];
  const show = (/** @type {Intervention[]} */ now) => {
    changes = now;
    followers = followers.filter(({ element }) => element.isConnected);
    for (const follower of followers) follower.show(now);
  };
  /** @type {Place["follow"]} */
  const follow = (element, showOne) => {
    followers.push({ element, show: showOne });
    queueMicrotask(() => showOne(changes));
  };
  const refresh = () => show(changes);
  const build = (/** @type {string} */ id, /** @type {number} */ unit) => {
    const layer = layerOf(id);
    if (!layer) return;
    layerChoice.value = id;
    place.replaceChildren(...unitControls({ about, hand, layer, unit: Math.min(unit, layer.shape[0] - 1), follow, refresh }));
  };
  layerChoice.addEventListener("change", () => {
    build(layerChoice.value, 0);
    hand.chosen(layerChoice.value, 0);
  });
  const rank = button("live_rank", () => hand.rank(/** @type {LayerInfo} */ (layerOf(layerChoice.value))));
  rank.hidden = !about.network.isLive(about.output.layer);
  form.append(labelled("live_layer", layerChoice), place, rank, ...logitControls(about, hand, follow, refresh));
  if (layers.length > 0) build(layers[0].id, 0);
  return { show, choose: build };
}

/** @param {Place} place @returns {Node[]} */
function unitControls(place) {
  const { about, hand, layer, follow } = place;
  const name = (/** @type {number} */ i) => (layer.id === about.output.layer ? (about.output.names[i] ?? String(i)) : String(i));
  const unitChoice = choice("unit", numbered(Math.min(layer.shape[0], MOST_UNITS), name));
  unitChoice.value = String(place.unit);
  const off = () => /** @type {Intervention} */ ({ kind: "off", layer: layer.id, unit: place.unit });
  const isOff = (/** @type {Intervention} */ one) => one.kind === "off" && one.layer === layer.id && one.unit === place.unit;
  let isNowOff = false;
  const turn = button("live_off", () => (isNowOff ? hand.takeBack(off()) : hand.set(off(), true)));
  follow(turn, (changes) => {
    isNowOff = changes.some(isOff);
    turn.textContent = wordOf(isNowOff ? "live_on" : "live_off");
  });
  const more = make("div", { class: "changes-kernel" });
  const show = () => more.replaceChildren(...weightControls({ ...place }));
  unitChoice.addEventListener("change", () => {
    place.unit = Number(unitChoice.value);
    place.refresh();
    show();
    hand.chosen(layer.id, place.unit);
  });
  show();
  return [make("p", { class: "row" }, labelled("live_unit", unitChoice), turn), more];
}

/** Bias and kernels of a unit. @param {Place} place @returns {Node[]} */
function weightControls(place) {
  const { about, hand, layer, unit, follow } = place;
  if (!layer.hasKernels) return [];
  const { network } = about;
  const bias = network.biasOf(layer.id, unit);
  if (bias === null) return kernelControls(place);
  const pair = slider([bias], wordOf("live_bias"), (value, isStep) => hand.set({ kind: "bias", layer: layer.id, unit, value }, isStep));
  follow(pair.element, (changes) => pair.put(network.biasWith(changes, layer.id, unit) ?? bias));
  return [row(wordOf("live_bias"), pair.element), ...kernelControls(place)];
}

/** @param {About} about @param {Hand} hand @param {Place["follow"]} follow @param {() => void} refresh @returns {Node[]} */
function logitControls({ network, output }, hand, follow, refresh) {
  const { logits } = network;
  if (logits === null || output.names.length === 0 || !network.isLive(logits)) return [];
  const classes = choice(
    "class",
    numbered(output.names.length, (i) => output.names[i]),
  );
  const unit = () => Number(classes.value);
  const pair = slider([5], wordOf("live_value"), (value, isStep) => hand.set({ kind: "add", layer: logits, unit: unit(), value }, isStep));
  follow(pair.element, (changes) => {
    const own = changes.find((one) => one.kind === "add" && one.layer === logits && one.unit === unit());
    pair.put(own?.kind === "add" ? own.value : 0);
  });
  classes.addEventListener("change", refresh);
  return [make("p", { class: "row" }, labelled("live_raise", classes), pair.element)];
}
