// A channel stands in two places, in the picture of the sum and in its numbers: pointing at one marks the other.

import { find, findAll } from "../dom.js";

export function startLinked() {
  const equation = find(".equation");
  if (!equation) return;
  const places = findAll(".parts > [data-unit]");
  const mark = (/** @type {Event} */ event) => {
    const unit =
      event.target instanceof Element ? event.target.closest(".channels > li, .parts > [data-unit]")?.getAttribute("data-unit") : null;
    for (const place of places) place.classList.toggle("linked", unit !== null && place.getAttribute("data-unit") === unit);
  };
  for (const type of ["pointerover", "focusin"]) addEventListener(type, mark);
}
