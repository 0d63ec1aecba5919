import { findAll } from "../dom.js";

// Another language keeps the place: sections and figures have the same anchors in all of them,
// and what a page shows stands in its fragment.
export function startLanguages() {
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(".languages a"))) {
    link.addEventListener("click", () => {
      const read = findAll(".chapter-text :is(h2, h3, figure, section)[id]").filter(
        (place) => place.getBoundingClientRect().top < innerHeight / 3,
      );
      link.hash = read.at(-1)?.id ?? location.hash;
    });
  }
}
