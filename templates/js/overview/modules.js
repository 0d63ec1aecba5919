import { find, findAll } from "../dom.js";
import { onFragment, readFragment, writeFragment } from "../fragment.js";

// The modules of a deep network. Links and <details> open them without the script too; it puts what is open into the fragment,
// `#open=3.5`, keeps the strip's headings in step, and marks on the minimap what is in view.
export function startModules() {
  const network = find(".network.deep");
  if (!network) return;
  const modules = /** @type {HTMLDetailsElement[]} */ (findAll("details.module", network));
  const nameOf = (/** @type {HTMLElement} */ part) => (part.dataset.part ?? "").replace("module-", "");
  let isRestoring = false;

  const restore = () => {
    const fragment = readFragment();
    const names =
      fragment.get("open")?.split(".") ?? [...fragment.keys()].filter((key) => key.startsWith("module-")).map((key) => key.slice(7));
    if (names.length === 0) return;
    isRestoring = true;
    // A step that is named opens what it is in. An anchor opens its module and leaves the others; a list is all that is open.
    for (const module of modules) {
      const isNamed = names.some((name) => name === nameOf(module) || name.startsWith(nameOf(module) + "-"));
      if (isNamed || fragment.has("open")) module.open = isNamed;
    }
    setTimeout(() => {
      isRestoring = false;
    });
  };
  const show = () => {
    for (const module of modules) {
      find(`.opens[data-part="${module.dataset.part}"] h3 a`, network)?.setAttribute("aria-expanded", String(module.open));
      find(`.minimap [data-part="${module.dataset.part}"]`)?.classList.toggle("is-open", module.open);
    }
  };
  network.addEventListener(
    "toggle",
    () => {
      show();
      const open = modules.filter((module) => module.open).map(nameOf);
      if (!isRestoring) writeFragment({ open: open.length > 0 ? open.join(".") : null, ...moduleKeys() });
    },
    true,
  );
  network.addEventListener("click", (event) => {
    const heading = /** @type {Element} */ (event.target).closest(".opens h3 a");
    const module = heading && modules.find((each) => "#" + each.dataset.part === heading.getAttribute("href"));
    if (!module) return;
    event.preventDefault();
    module.open = !module.open;
    if (module.open)
      module.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  });
  const strip = find(".minimap");
  if (strip) document.documentElement.style.setProperty("--strip", `${strip.offsetHeight + 8}px`);
  const openers = find(".openers");
  if (openers) {
    openers.hidden = false;
    openers.addEventListener("click", (event) => {
      const which = /** @type {HTMLElement} */ (event.target).dataset.open;
      if (which) for (const module of modules) module.open = which === "all" && !module.parentElement?.closest("details");
    });
  }
  restore();
  show();
  onFragment(restore);
  markSeen(network);
}

/** The fragment may name one module as an anchor, `#module-3`; what is open stands in one place only. @returns {Record<string, null>} */
function moduleKeys() {
  return Object.fromEntries([...readFragment().keys()].filter((key) => key.startsWith("module-")).map((key) => [key, null]));
}

/** Marks on the minimap which modules are in view, closed or open. @param {HTMLElement} network */
function markSeen(network) {
  /** @type {Set<Element>} */
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    const names = new Set([...seen].map((element) => /** @type {HTMLElement} */ (element.closest("[data-part]")).dataset.part));
    for (const mark of findAll(".minimap [data-part]")) mark.classList.toggle("is-seen", names.has(mark.dataset.part));
  });
  for (const element of findAll(":scope > .face > h3, :scope > details > .panel", network)) observer.observe(element);
}
