import { roundTo } from "../../js/compute/numbers.js";
import { find, findAll, make } from "../../js/dom.js";
import { PROBABILITY_DECIMALS, shareDecimals } from "../../js/compute/exponentials.js";
import { liveLayer } from "../../js/data.js";
import { exponentials } from "../../js/unit/exponentials.js";
import { showNumber } from "../../js/unit/shown.js";
import { wordOf } from "../../js/words.js";

/** @import { UnitPage, Widget } from "../../js/unit/page.js" */

/** @type {Widget<any>} */
export const widget = {
  ...exponentials({ share: (result) => result, decimals: shareDecimals }),
  followsRows: true,
  start(page) {
    if (page.view.shape.length === 3) return;
    linkClasses(page.equation);
    const live = liveLayer(page.view.inputs[0].layer);
    if (live) followLogits(page, live.data);
    const rows = findAll("tbody tr[data-class]", page.equation).map((row) => ({
      row,
      place: find(".x", row),
      unit: Number(row.dataset.class),
    }));
    const classes = rows
      .filter(({ place }) => place)
      .map(({ row, place, unit }) => ({
        row,
        unit,
        logit: Number(place?.getAttribute("value")),
        original: Number(place?.getAttribute("value")),
      }));
    const rest = Number(find('tbody tr[data-class="-1"] .p', page.equation)?.getAttribute("value") ?? 0);
    const maximum = Math.max(...classes.map((one) => one.logit));
    if (live) {
      showSoftmax(page, classes, rest, maximum);
      showNumber(
        find(".y", page.equation),
        liveLayer(document.body.dataset.layer ?? "")?.data[page.view.unit] ?? NaN,
        PROBABILITY_DECIMALS,
      );
    }
    addSliders(page.equation, classes, () => showSoftmax(page, classes, rest, maximum));
  },
};

/** @typedef {{ row: HTMLElement, unit: number, logit: number, original: number }} SoftmaxClass */

/**
 * The logits of the reader's own picture, in the rows of the recorded one: if the largest has none, it gets that of the smallest.
 * @param {UnitPage} page @param {Float32Array} logits
 */
function followLogits(page, logits) {
  const rows = findAll("tbody tr[data-class]", page.equation).filter((row) => find(".x", row));
  const unitOf = (/** @type {HTMLElement} */ row) => Number(row.dataset.class);
  const top = logits.reduce((best, logit, unit) => (logit > logits[best] ? unit : best), 0);
  if (!rows.some((row) => unitOf(row) === top)) {
    const free = rows.filter((row) => unitOf(row) !== page.view.unit);
    const least = free.reduce((low, row) => (logits[unitOf(row)] < logits[unitOf(low)] ? row : low), free[0]);
    for (const place of findAll(`.denominator [data-class="${unitOf(least)}"]`, page.equation)) place.dataset.class = String(top);
    least.dataset.class = String(top);
    const head = find("th", least);
    if (head) head.textContent = wordOf("unit", top);
  }
  for (const row of rows) find(".x", row)?.setAttribute("value", String(logits[unitOf(row)]));
  const named = new Set(rows.map(unitOf));
  const rest = logits.reduce((sum, logit, unit) => (named.has(unit) ? sum : sum + Math.exp(logit - logits[top])), 0);
  find('tbody tr[data-class="-1"] .p', page.equation)?.setAttribute("value", String(rest));
}

/** Pointing at a class, or reaching it by keyboard, lights it wherever it stands. @param {HTMLElement} equation */
function linkClasses(equation) {
  const light = (/** @type {Event} */ event, /** @type {boolean} */ on) => {
    const unit = /** @type {Element} */ (event.target).closest?.("[data-class]")?.getAttribute("data-class");
    for (const place of findAll("[data-class]", equation)) place.classList.toggle("lit", on && place.dataset.class === unit);
  };
  for (const name of ["pointerover", "focusin"]) equation.addEventListener(name, (event) => light(event, true));
  for (const name of ["pointerleave", "focusout"]) equation.addEventListener(name, (event) => light(event, false));
}

/**
 * A slider for each logit: what if it were larger?
 * @param {HTMLElement} equation @param {SoftmaxClass[]} classes @param {() => void} changed
 */
function addSliders(equation, classes, changed) {
  const note = find(".what-if", equation);
  const head = find("thead tr", equation);
  if (!note || !head) return;
  head.append(make("th", { scope: "col" }, wordOf("what_if")));
  for (const row of findAll("tbody tr, tfoot tr", equation)) row.append(make("td", { class: "slider" }));
  // One range for all, so that equal places are equal scores.
  const logits = classes.map((one) => one.original);
  const [lowest, highest] = [Math.min(...logits), Math.max(...logits)];
  const spread = Math.max(1, highest - lowest);
  const sliders = classes.map((one) => {
    const label = find("th", one.row)?.textContent ?? "";
    const slider = /** @type {HTMLInputElement} */ (
      make("input", {
        type: "range",
        min: Math.floor(lowest - spread),
        max: Math.ceil(highest + spread),
        step: "any",
        "aria-label": wordOf("what_if_label", label),
      })
    );
    slider.value = String(one.original);
    slider.addEventListener("input", () => {
      one.logit = roundTo(Number(slider.value), 2);
      note.hidden = false;
      equation.classList.add("imagined");
      changed();
    });
    slider.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1 }[event.key];
      if (!step) return;
      event.preventDefault();
      slider.value = String(roundTo(Number(slider.value) + step, 2));
      slider.dispatchEvent(new Event("input"));
    });
    find(".slider", one.row)?.append(slider);
    return slider;
  });
  find("button", note)?.addEventListener("click", () => {
    classes.forEach((one, i) => {
      one.logit = one.original;
      sliders[i].value = String(one.original);
    });
    changed();
    note.hidden = true;
    equation.classList.remove("imagined");
    sliders[0]?.focus();
  });
}

/**
 * Recomputes exponentials, sum and probabilities, and shows them wherever they stand.
 * @param {UnitPage} page @param {SoftmaxClass[]} classes
 * @param {number} rest the other classes' exponentials, at the network's own largest logit
 * @param {number} first the network's own largest logit
 */
function showSoftmax(page, classes, rest, first) {
  const { equation } = page;
  const maximum = Math.max(...classes.map((one) => one.logit));
  const others = rest * Math.exp(first - maximum);
  const powers = classes.map((one) => Math.exp(one.logit - maximum));
  const sum = powers.reduce((total, value) => total + value, others);
  const named = classes.map((one, i) => ({ index: one.unit, logit: one.logit, exponential: powers[i] }));
  const d = shareDecimals({ named, others, maximum, sum, chosen: NaN, result: NaN });
  const show = (/** @type {string} */ selector, /** @type {number} */ value, /** @type {number} */ decimals) => {
    for (const place of findAll(selector, equation)) showNumber(place, value, decimals);
  };
  show(".m", maximum, d.x);
  show(".s", sum, d.s);
  classes.forEach((one, i) => {
    showClass(equation, one.unit, powers[i], powers[i] / sum, d.e);
    showNumber(find(".x", one.row), one.logit, d.x);
    if (one.unit !== page.view.unit) return;
    show(".l", one.logit, d.x);
    show(".y", powers[i] / sum, PROBABILITY_DECIMALS);
  });
  if (rest > 0) showClass(equation, -1, others, others / sum, d.e);
}

/** @param {HTMLElement} equation @param {number} unit @param {number} exponential @param {number} share @param {number} decimals */
function showClass(equation, unit, exponential, share, decimals) {
  for (const place of findAll(`[data-class="${unit}"] .p, [data-class="${unit}"] .e, .e[data-class="${unit}"]`, equation))
    showNumber(place, exponential, decimals);
  for (const place of findAll(`[data-class="${unit}"] .q`, equation)) showNumber(place, share, PROBABILITY_DECIMALS);
  find(`[data-class="${unit}"] .length`, equation)?.setAttribute("width", String(share * 100));
}
