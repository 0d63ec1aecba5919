/**
 * The kernel as a grid of numbers that can be typed over.
 * @param {(i: number, weight: number) => void} changed @param {(words: string) => void} refused
 */
function hyperKernel(changed, refused) {
  const element = hyperElement("div", { class: "hp-field" });
  /** @type {HTMLInputElement[]} */
  let inputs = [];
  const make = (k, i) => {
    const name = wordOf("hp_weight", Math.floor(i / k), i % k);
    const input = hyperElement("input", { type: "number", min: -hyperLargestWeight, max: hyperLargestWeight, step: 1, "aria-label": name });
    input.addEventListener("input", () => {
      if (input.value !== "" && input.validity.valid) changed(i, input.valueAsNumber);
    });
    input.addEventListener("change", () => {
      if (input.value !== "" && input.validity.valid) return;
      input.value = input.dataset.weight;
      refused(wordOf("hp_weight_refused", hyperLargestWeight, hyperShown(Number(input.value))));
    });
    return input;
  };
  /** @param {HyperSettings} settings */
  const show = ({ k, weights }) => {
    if (inputs.length !== k * k) {
      inputs = weights.map((_, i) => make(k, i));
      const rows = Array.from({ length: k }, (_, r) => hyperElement("tr", {}, ...inputs.slice(r * k, (r + 1) * k).map((input) => hyperElement("td", {}, input))));
      element.style.setProperty("--cols", String(k));
      element.replaceChildren(hyperElement("table", { class: "hp-grid hp-weights", role: "presentation" }, hyperElement("tbody", {}, ...rows)));
    }
    weights.forEach((weight, i) => {
      if (inputs[i].valueAsNumber !== weight) inputs[i].value = String(weight);
      inputs[i].dataset.weight = String(weight);
      inputs[i].parentElement.style.setProperty("--t", String(Math.min(1, Math.abs(weight))));
      inputs[i].parentElement.classList.toggle("is-minus", weight < 0);
    });
  };
  return { element, show };
}
