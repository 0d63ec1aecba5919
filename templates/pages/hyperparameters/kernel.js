import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { shownNumber } from "./formula.js";
import { LARGEST_WEIGHT } from "./settings.js";

/** @import { Settings } from "./settings.js" */

/**
 * The kernel as a grid of numbers that can be typed over.
 * @param {(i: number, weight: number) => void} changed @param {(words: string) => void} refused
 */
export function makeKernel(changed, refused) {
  const element = make("div", { class: "hp-field" });
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  const weightInput = (/** @type {number} */ k, /** @type {number} */ i) => {
    const name = wordOf("hp_weight", Math.floor(i / k), i % k);
    const input = make("input", { type: "number", min: -LARGEST_WEIGHT, max: LARGEST_WEIGHT, step: 1, "aria-label": name });
    input.addEventListener("input", () => {
      if (input.value !== "" && input.validity.valid) changed(i, input.valueAsNumber);
    });
    input.addEventListener("change", () => {
      if (input.value !== "" && input.validity.valid) return;
      input.value = input.dataset.weight ?? "";
      refused(wordOf("hp_weight_refused", LARGEST_WEIGHT, shownNumber(Number(input.value))));
    });
    return input;
  };
  /** @param {Settings} settings */
  const show = ({ k, weights }) => {
    if (inputs.length !== k * k) {
      inputs = weights.map((_, i) => weightInput(k, i));
      const rows = Array.from({ length: k }, (_, r) =>
        make("tr", {}, ...inputs.slice(r * k, (r + 1) * k).map((input) => make("td", {}, input))),
      );
      element.style.setProperty("--cols", String(k));
      element.replaceChildren(make("table", { class: "hp-grid hp-weights", role: "presentation" }, make("tbody", {}, ...rows)));
    }
    weights.forEach((weight, i) => {
      if (inputs[i].valueAsNumber !== weight) inputs[i].value = String(weight);
      inputs[i].dataset.weight = String(weight);
      const cell = /** @type {HTMLElement} */ (inputs[i].parentElement);
      cell.style.setProperty("--t", String(Math.min(1, Math.abs(weight))));
      cell.classList.toggle("is-minus", weight < 0);
    });
  };
  return { element, show };
}
