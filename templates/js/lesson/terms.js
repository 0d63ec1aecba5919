import { find, findAll } from "../dom.js";

// A definition is shown by the style sheet; the script closes it with Escape, and lets a finger read it before it follows the link.
export function startTerms() {
  const terms = findAll(".term");
  if (terms.length === 0) return;
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const term of terms) term.classList.add("is-closed");
  });
  for (const term of terms) {
    for (const moment of ["pointerenter", "focusin"]) term.addEventListener(moment, () => term.classList.remove("is-closed"));
    let isOpen = false;
    term.addEventListener("pointerdown", (event) => {
      isOpen = event.pointerType !== "touch" || term.contains(document.activeElement);
    });
    term.addEventListener("click", (event) => {
      if (!isOpen && /** @type {PointerEvent} */ (event).pointerType === "touch") {
        event.preventDefault();
        find("a", term)?.focus();
      }
    });
  }
}
