// Play and pause: the window moves over the map by itself, at a speed that the reader chooses, from where it is.

import { find, findAll } from "../dom.js";
import { wordOf } from "../words.js";

export function startScan() {
  const controls = find(".scan");
  if (!controls) return;
  const button = /** @type {HTMLButtonElement} */ (find("button", controls));
  const speed = /** @type {HTMLInputElement} */ (find("input", controls));
  const output = find('.map-view[data-role="output"]');
  if (!output) return;
  controls.hidden = false;
  let timer = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    button.setAttribute("aria-pressed", "false");
    button.textContent = wordOf("scan");
  };
  const step = () => {
    const height = Number(output.dataset.height);
    const width = Number(output.dataset.width);
    const cell = document.body.dataset.cell?.split(",").map(Number) ?? [0, 0];
    const next = (cell[0] * width + cell[1] + 1) % (height * width);
    output.dispatchEvent(new CustomEvent("scanto", { detail: [Math.floor(next / width), next % width] }));
    timer = setTimeout(step, 1000 / Number(speed.value));
  };
  button.addEventListener("click", () => {
    if (timer) return stop();
    button.setAttribute("aria-pressed", "true");
    button.textContent = wordOf("pause");
    step();
  });
  for (const map of findAll(".map-view")) map.addEventListener("pointerdown", () => timer && stop());
  addEventListener("keydown", (event) => event.key === "Escape" && timer && stop());
}
