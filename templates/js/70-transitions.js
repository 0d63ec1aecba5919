// Browsers that can carry an element from one page to the next let the chosen map grow into its own page. Others just follow the link.

/** A transition that the browser gives up is no error: the page is there all the same. @param {any} transition */
function quietly(transition) {
  for (const promise of [transition.ready, transition.finished, transition.updateCallbackDone]) promise?.catch(() => {});
}

starters.push(() => {
  addEventListener("pagereveal", (event) => {
    const transition = /** @type {any} */ (event).viewTransition;
    if (transition) quietly(transition);
  });
  const own = find('.result .map-view[data-role="output"]');
  if (own) own.style.setProperty("view-transition-name", "chosen-map");
  addEventListener("pageswap", (event) => {
    const { activation, viewTransition } = /** @type {any} */ (event);
    if (!viewTransition) return;
    quietly(viewTransition);
    if (!activation?.entry?.url) return;
    const target = new URL(activation.entry.url).pathname;
    const link = findAll("a[href]").find((anchor) => anchor.querySelector("image, img") && new URL(anchor.getAttribute("href") ?? "", location.href).pathname === target);
    const picture = link?.querySelector("image, img");
    if (!picture) return;
    own?.style.removeProperty("view-transition-name");
    /** @type {HTMLElement} */ (picture).style.setProperty("view-transition-name", "chosen-map");
  });
});
