// The states of a network in training, of which a slider shows one; without it all stand side by side.

import { find, findAll } from "../dom.js";

export function startEpochs() {
  for (const figure of findAll(".epochs")) startSlider(figure);
}

/** @param {HTMLElement} figure */
function startSlider(figure) {
  const control = /** @type {HTMLElement} */ (find(".epochs-control", figure));
  const slider = /** @type {HTMLInputElement} */ (find("input", control));
  const said = /** @type {HTMLOutputElement} */ (find("output", control));
  const states = findAll(".epoch", figure);
  // The pictures of the others are there before they are asked for.
  for (const image of findAll("img", figure)) image.setAttribute("loading", "eager");
  const show = () => {
    const shown = states[slider.valueAsNumber];
    for (const state of states) state.classList.toggle("is-shown", state === shown);
    said.value = shown.getAttribute("aria-label") ?? "";
    slider.setAttribute("aria-valuetext", said.value);
  };
  slider.addEventListener("input", show);
  control.hidden = false;
  figure.classList.add("is-one");
  show();
}
