// Browsers that can carry an element from one page to the next let the chosen map grow into its own page. Others just follow the link.

import { find, findAll } from "../dom.js";

export function startTransitions() {
  // A transition that the browser gives up, as it does where the next page is slow, is no error: the page is there all the same.
  addEventListener("unhandledrejection", (event) => {
    if (String(event.reason).includes("ViewTransition")) event.preventDefault();
  });

  const own = find('.result .map-view[data-role="output"]');
  if (own) own.style.setProperty("view-transition-name", "chosen-map");
  addEventListener("pageswap", (event) => {
    const { activation, viewTransition } = /** @type {any} */ (event);
    if (!viewTransition || !activation?.entry?.url) return;
    const target = new URL(activation.entry.url).pathname;
    const link = findAll("a[href]").find(
      (anchor) => anchor.querySelector("img") && new URL(anchor.getAttribute("href") ?? "", location.href).pathname === target,
    );
    const picture = link?.querySelector("img");
    if (!picture) return;
    own?.style.removeProperty("view-transition-name");
    picture.style.setProperty("view-transition-name", "chosen-map");
  });
}
