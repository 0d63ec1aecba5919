// In class: the page alone, in large type, full screen where the browser grants it; one step a key, as a clicker sends them.

import { find, findAll, make } from "../dom.js";
import { writeFragment } from "../fragment.js";
import { wordOf } from "../words.js";

const root = document.documentElement;

/** The texts of a chapter and its figures, one after the other. */
const blocks = () => findAll(".chapter > header, .chapter-text > :not(nav, script, style)").filter((block) => block.offsetHeight > 0);

/** The page goes over to it, once. */
export function present() {
  if ("presenting" in root.dataset) return;
  root.dataset.presenting = "";
  const end = new AbortController();
  const { signal } = end;
  writeFragment({ present: "" });
  const light = make("div", { class: "spotlight", hidden: true });
  const code = find(".page-code");
  /** @type {HTMLElement | null} */
  let current = null;
  const show = (/** @type {HTMLElement | undefined} */ block) => {
    if (!block) return;
    current?.classList.remove("spotlit");
    (current = block).classList.add("spotlit");
    block.scrollIntoView({ block: block.offsetHeight < innerHeight * 0.8 ? "center" : "start" });
  };
  /** @param {number} by */
  const step = (by) => {
    const player = find(`.player:not([hidden]) [data-do="${by > 0 ? "next" : "back"}"]`);
    if (player) return player.click();
    const all = blocks();
    show(all[Math.min(all.length - 1, Math.max(0, (current ? all.indexOf(current) : -1) + by))]);
  };
  const leave = () => {
    delete root.dataset.presenting;
    current?.classList.remove("spotlit");
    end.abort();
    light.remove();
    bar.remove();
    if (code) code.hidden = true;
    writeFragment({ present: null });
    if (document.fullscreenElement) document.exitFullscreen();
  };
  const turn = (/** @type {string} */ rel) => {
    const link = /** @type {HTMLAnchorElement | null} */ (find(`.siblings a[rel="${rel}"]`));
    if (link) location.assign(`${link.href.split("#")[0]}#present=`);
  };
  const toggle = (/** @type {HTMLElement | null} */ shown) => shown && (shown.hidden = !shown.hidden);
  const bar = barOf([
    ["\u2190", wordOf("present_back"), blocks().length > 0 && (() => step(-1))],
    ["\u2192", wordOf("present_next"), blocks().length > 0 && (() => step(1))],
    [wordOf("present_page"), "", find('.siblings a[rel="next"]') && (() => turn("next"))],
    [wordOf("present_light"), "", matchMedia("(hover: hover)").matches && (() => toggle(light))],
    [wordOf("present_code"), "", code && (() => toggle(code))],
    [wordOf("present_print"), "", () => print()],
    ["\u2715", wordOf("present_end"), leave],
  ]);
  document.body.append(bar, light);
  const keyed = (/** @type {KeyboardEvent} */ event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea, dialog, [role=application]")) return;
    const isPressed = event.key === " " && target.closest("button, a, summary");
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      PageDown: () => step(1),
      " ": () => step(1),
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
      PageUp: () => step(-1),
      n: () => turn("next"),
      p: () => turn("prev"),
      s: () => toggle(light),
      q: () => toggle(code),
      Escape: leave,
    };
    const act = isPressed ? undefined : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  addEventListener("keydown", keyed, { capture: true, signal });
  addEventListener("pointermove", (event) => light.style.setProperty("--at", `${event.clientX}px ${event.clientY}px`), { signal });
  document.addEventListener("fullscreenchange", () => !document.fullscreenElement && leave(), { signal });
  // Whatever fits itself to its room has another one now.
  dispatchEvent(new Event("resize"));
  if (blocks().length > 0) step(1);
  else find(".workbench")?.scrollIntoView();
}

/**
 * Buttons for whoever has no keyboard at hand, and the keys, which fade after a while.
 * @param {[text: string, name: string, act: (() => void) | false | null | undefined][]} acts what can't be done here has no button
 */
function barOf(acts) {
  const help = make("p", { class: "present-help", role: "status" }, wordOf("present_keys"));
  const bar = make("div", { class: "present-bar is-new", role: "group", "aria-label": wordOf("present_bar") }, help);
  for (const [text, name, act] of acts) {
    if (!act) continue;
    const button = make("button", { type: "button", ...(name && { "aria-label": name, title: name }) }, text);
    button.addEventListener("click", act);
    bar.append(button);
  }
  setTimeout(() => {
    help.remove();
    bar.classList.remove("is-new");
  }, 6000);
  return bar;
}
