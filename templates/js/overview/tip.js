import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";
import { colourWords } from "./colour-words.js";
import { clearTrace, traceUnit } from "./trace.js";

// What is pointed at, in words: the map's own text alternative, what it reads, and what its colours stand for.
export function startTips() {
  for (const overview of findAll(".overview")) startTip(overview);
}

/** @param {HTMLElement} overview */
function startTip(overview) {
  const network = /** @type {HTMLElement} */ (find(".network", overview));
  const tip = /** @type {HTMLElement} */ (find(".unit-tip", overview));
  let current = "";
  let pressed = 0;
  let suppressed = false;

  const hide = () => {
    current = "";
    tip.hidden = true;
    for (const drawing of [network, ...findAll(".network", network)]) clearTrace(drawing);
  };
  /** @param {HTMLElement} link */
  const show = (link) => {
    const unit = link.dataset.unit ?? "";
    const drawing = /** @type {HTMLElement} */ (link.closest(".network"));
    if (unit === current && drawing.classList.contains("is-traced")) return;
    hide();
    current = unit;
    fillTip(tip, drawing, link, traceUnit(drawing, unit));
    tip.hidden = false;
    placeTip(tip, overview, link);
  };
  /** @param {Event} event @returns {HTMLElement | null} */
  const linkOf = (event) => /** @type {Element} */ (event.target).closest("[data-unit]");

  network.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType !== "touch" && link) show(link);
  });
  network.addEventListener("pointerout", (event) => {
    const into = /** @type {Element | null} */ (event.relatedTarget);
    if (event.pointerType !== "touch" && !into?.closest?.("[data-unit]")) hide();
  });
  network.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else hide();
  });
  network.addEventListener("focusout", hide);
  overview.addEventListener("scalechange", () => {
    const link = current ? find(".is-target", network)?.closest("[data-unit]") : null;
    current = "";
    if (link) show(/** @type {HTMLElement} */ (link));
  });

  // By touch a tap opens, as links do; a long press shows the tip instead of opening.
  network.addEventListener("pointerdown", (event) => {
    const link = linkOf(event);
    suppressed = false;
    if (event.pointerType !== "touch" || !link) return hide();
    pressed = setTimeout(() => {
      suppressed = true;
      show(link);
    }, 450);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove"]) {
    network.addEventListener(end, (event) => {
      const { pointerType, movementX, movementY } = /** @type {PointerEvent} */ (event);
      if (pointerType === "touch" && (end !== "pointermove" || Math.hypot(movementX, movementY) > 4)) clearTimeout(pressed);
    });
  }
  for (const blocked of ["click", "contextmenu"]) {
    network.addEventListener(blocked, (event) => {
      if (suppressed) event.preventDefault();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || tip.hidden) return;
    hide();
    event.preventDefault();
  });
}

/** @param {HTMLElement} tip @param {HTMLElement} network @param {HTMLElement} link @param {string[]} sources */
function fillTip(tip, network, link, sources) {
  const words = find("img", link)?.getAttribute("alt") ?? link.dataset.words ?? link.getAttribute("aria-label") ?? "";
  const colon = words.search(/: |：/);
  const rest = words.slice(colon + 1).trim();
  const layers = [...new Set(sources.map((source) => source.slice(0, source.lastIndexOf("/"))))].map((id) => {
    const count = sources.filter((source) => source.startsWith(id + "/") && !source.endsWith("/-1")).length;
    const heading = find(`[data-layer="${CSS.escape(id)}"] :is(h3, h4) a`, network);
    const name = heading?.title || heading?.textContent || id;
    return count > 1 ? wordOf("tip_units", count, name) : name;
  });
  const colours = colourWords(network, link);
  tip.replaceChildren(
    make("strong", {}, colon < 0 ? words : words.slice(0, colon)),
    ...(colon < 0 ? [] : [make("span", {}, rest)]),
    ...(layers.length > 0 ? [make("span", {}, wordOf("tip_reads", layers.join(wordOf("tip_and"))))] : []),
    ...(colours ? [make("span", { class: "colours" }, colours)] : []),
  );
}

/** Beside the tile, inside what can be seen. @param {HTMLElement} tip @param {HTMLElement} overview @param {HTMLElement} link */
function placeTip(tip, overview, link) {
  const box = overview.getBoundingClientRect();
  const tile = /** @type {HTMLElement} */ (find(".tile", link)).getBoundingClientRect();
  const right = tile.right - box.left + 12;
  const fits = right + tip.offsetWidth < box.width;
  const left = fits ? right : Math.max(0, tile.left - box.left - 12 - tip.offsetWidth);
  const top = Math.min(Math.max(0, tile.top - box.top), box.height - tip.offsetHeight);
  tip.style.left = `${left + overview.scrollLeft}px`;
  tip.style.top = `${top}px`;
}
