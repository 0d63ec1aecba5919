import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { symbolsMarkup } from "./formula.js";

/** @typedef {{ element: HTMLElement }} Part */

/**
 * Puts the parts of a playground together.
 * @param {HTMLElement} root
 * @param {{ controls: Part, preset: Part, kernel: Part, player: Part, grids: { fields: Record<"input" | "output", HTMLElement> } }} parts
 */
export function layOut(root, { controls, preset, grids, kernel, player }) {
  const part = (/** @type {string} */ name, /** @type {"div" | "h2" | "p"} */ tag = "div", attributes = {}) =>
    make(tag, { class: `hp-${name}`, ...attributes });
  const titles = { input: part("title", "h2"), kernel: part("title", "h2"), output: part("title", "h2") };
  const panel = (/** @type {keyof typeof titles} */ name, /** @type {HTMLElement} */ field, /** @type {Node | string} */ extra = "") =>
    make("div", { class: `hp-panel hp-${name}` }, titles[name], field, extra);
  const symbols = part("symbols", "p");
  symbols.innerHTML = symbolsMarkup();
  const [numbers, words, sum] = [part("numbers", "p"), part("words", "p"), part("sum")];
  const live = part("live", "p", { role: "status" });
  const legend = part("legend", "p");
  legend.append(wordOf("hp_live_legend"));
  root.replaceChildren(
    make("div", { class: "hp-controls" }, controls.element, preset.element),
    make(
      "div",
      { class: "hp-main" },
      make("div", { class: "hp-formula" }, symbols, numbers, words),
      make(
        "div",
        { class: "hp-grids" },
        panel("input", grids.fields.input),
        panel("kernel", kernel.element),
        panel("output", grids.fields.output),
        sum,
      ),
      player.element,
      legend,
      live,
    ),
  );
  root.classList.add("is-live");
  return { titles, numbers, words, sum, live };
}

/** Fills a title: a name and a small remark. @param {HTMLElement} element @param {string} name @param {string} remark */
export function showTitle(element, name, remark) {
  element.replaceChildren(`${name} `, make("small", {}, remark));
}
