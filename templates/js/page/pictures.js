import { findAll } from "../dom.js";

// The strip of pictures leads to the same place of another picture; the script adds the fragment, so that pixel and scale go along.
export function startPictures() {
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(".pictures a"))) {
    const within = link.dataset.within ?? "";
    for (const moment of ["pointerenter", "pointerdown", "focus", "click"]) {
      link.addEventListener(moment, () => {
        link.hash = within + location.hash;
      });
    }
  }
}
