// Escape leads up: from a unit to its layer, from a layer to the overview, from the overview home.

import { find, findAll } from "../dom.js";

export function startUp() {
  if (document.documentElement.dataset.framed || !document.body.matches(".page-overview, .page-layer, .page-unit")) return;
  const up = /** @type {HTMLAnchorElement | undefined} */ (findAll(".crumbs a").pop() ?? find(".brand") ?? undefined);
  addEventListener("keydown", (event) => {
    const isTyping = /** @type {Element} */ (event.target).closest?.("input:not([type=radio], [type=checkbox]), select, textarea, dialog");
    if (event.key === "Escape" && !event.defaultPrevented && !isTyping) up?.click();
  });
}
