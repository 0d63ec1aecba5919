// What is changed in the network: a list in view, each of which can be taken back.
import { find, findAll, make } from "../../js/dom.js";
import { isSamePlace, writeInterventions } from "../../js/live/address/interventions.js";
import { wordOf } from "../../js/words.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("./whatif.js").About} About */

/** An intervention in words. @param {Intervention} one @param {About} about */
function describe(one, { network, layers, output }) {
  if (one.kind === "patch") return wordOf("live_did_patch", one.height, one.width, one.y, one.x);
  const layer = layers.find((each) => each.id === one.layer)?.name ?? one.layer;
  switch (one.kind) {
    case "off":
      return wordOf("live_did_off", one.unit, layer);
    case "bias":
      return wordOf("live_did_bias", one.unit, layer, one.value);
    case "weight":
      return wordOf("live_did_weight", one.row, one.column, network.inputOf(one.layer, one.unit, one.input), one.unit, layer, one.value);
    case "kernel":
      return wordOf("live_did_kernel", network.inputOf(one.layer, one.unit, one.input), one.unit, layer, wordOf(`live_kernel_${one.name}`));
    default:
      return wordOf("live_did_add", output.names[one.unit] ?? one.unit, one.value);
  }
}

/** Shows the list. @param {Intervention[]} interventions @param {About} about @param {(one: Intervention) => void} remove */
export function showInterventions(interventions, about, remove) {
  const list = /** @type {HTMLElement} */ (find(".interventions"));
  const all = writeInterventions(interventions);
  if (list.dataset.all === all) return;
  list.dataset.all = all;
  list.replaceChildren(
    ...interventions.map((one, index) => {
      const text = describe(one, about);
      const undo = make("button", { type: "button", "aria-label": wordOf("live_undo_this", text) }, "\u00d7");
      undo.addEventListener("click", () => {
        remove(one);
        focusNear(index);
      });
      return make("li", { "data-intervention": one.kind }, make("span", {}, text), undo);
    }),
  );
}

/** Where one was taken from the list, the hand stays: at the next one, or at what changes the network. @param {number} index */
function focusNear(index) {
  const left = findAll(".interventions button");
  (left[Math.min(index, left.length - 1)] ?? find(".changes select"))?.focus();
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

/** A list without what changes the same place. @param {Intervention[]} list @param {Intervention} one */
export function withoutOne(list, one) {
  return list.filter((other) => !isSamePlace(other, one));
}

/**
 * Of what an address asks for, what can be done, each place once; and what can't be, in the address' own words.
 * @param {Intervention[]} given
 * @param {(one: Intervention) => boolean} fits
 * @returns {{ changes: Intervention[], leftOut: string[] }}
 */
export function tidied(given, fits) {
  const changes = given.filter(fits).reduce(withOne, /** @type {Intervention[]} */ ([]));
  return { changes, leftOut: given.filter((one) => !fits(one)).map((one) => writeInterventions([one])) };
}
