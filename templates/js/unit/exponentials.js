import { isWithinOne, settleDecimals } from "../compute/decimals.js";
import { MOST_DECIMALS, decimalsFor, roundTo } from "../compute/numbers.js";
import { find, findAll } from "../dom.js";
import { wordOf } from "../words.js";
import { cellByCell, cellOf } from "./cells.js";
import { showNumber } from "./shown.js";

/** @import { UnitPage } from "./page.js" */

/** How many classes an equation names; the twin of `Exponentials.Largest`. */
const MOST_CLASSES = 12;

/** What softmax and its logarithm share where their classes are the units, or the columns, of maps. */
export const exponentials = {
  ...cellByCell,
  /** @param {UnitPage} page @param {number} y @param {number} x */
  inputWindow: (page, y, x) => (page.view.op?.alongColumns ? [y, 0, 1, page.view.shape[2]] : [y, x, 1, 1]),

  /** @param {UnitPage} page @param {number} y @param {number} x */
  explain(page, y, x) {
    const { view } = page;
    if (!page.output || view.shape.length !== 3) return;
    const chosen = view.op.alongColumns ? x : view.unit;
    const all = classesAt(page, y, x);
    const result = cellOf(page, page.output, y, x);
    const named = all.length <= MOST_CLASSES ? all : largestClasses(all, chosen);
    const maximum = Math.max(...all.map((one) => one.logit));
    for (const one of all) one.exponential = Math.exp(one.logit - maximum);
    const sumOfThese = all.reduce((sum, one) => sum + one.exponential, 0);
    // Where not every unit is drawn, what the others add follows from the unit's own share.
    const own = /** @type {SoftmaxPart} */ (all.find((one) => one.index === chosen));
    const isWhole = view.op.alongColumns || all.length === view.shape[0];
    const sum = isWhole ? sumOfThese : Math.max(sumOfThese, own.exponential / (view.kind === "softmax" ? result : Math.exp(result)) || 0);
    const others = named.reduce((rest, one) => rest - one.exponential, sum);
    showExponentials(page, { named, others: isWhole ? leftOut(all, named) : others, maximum, sum, chosen, result });
  },
};

/**
 * @typedef {{ index: number, name: string, logit: number, exponential: number }} SoftmaxPart
 * @typedef {{ named: SoftmaxPart[], others: number, maximum: number, sum: number, chosen: number, result: number }} SoftmaxLine
 */

/**
 * The classes at a cell, from the maps that are drawn.
 * @param {UnitPage} page @param {number} y @param {number} x @returns {SoftmaxPart[]}
 */
function classesAt(page, y, x) {
  const { view } = page;
  const [, , width] = view.shape;
  const { units } = view.inputs[0];
  if (!view.op.alongColumns)
    return units.map(([index, , name], i) => ({ index, name, logit: cellOf(page, page.inputs[0][i], y, x), exponential: 0 }));
  const map = page.inputs[0][units.findIndex(([index]) => index === view.unit)];
  return Array.from({ length: width }, (_, index) => ({
    index,
    name: wordOf("column", index),
    logit: map[y * width + index],
    exponential: 0,
  }));
}

/** The chosen class and those with the largest logits, in order. @param {SoftmaxPart[]} all @param {number} chosen */
function largestClasses(all, chosen) {
  return [...all]
    .sort((a, b) => Number(b.index === chosen) - Number(a.index === chosen) || b.logit - a.logit || a.index - b.index)
    .slice(0, MOST_CLASSES)
    .sort((a, b) => a.index - b.index);
}

/** @param {SoftmaxPart[]} all @param {SoftmaxPart[]} named */
function leftOut(all, named) {
  return all.filter((one) => !named.includes(one)).reduce((sum, one) => sum + one.exponential, 0);
}

/** @param {UnitPage} page @param {SoftmaxLine} line */
function showExponentials(page, line) {
  const { equation, view } = page;
  const d = view.kind === "softmax" ? shareDecimals(line) : logarithmDecimals(line, decimalsFor(view.magnitude));
  const rows = findAll("[data-partial]", equation);
  line.named.forEach((one, i) => {
    const row = rows[i];
    row.classList.toggle("chosen", one.index === line.chosen);
    row.toggleAttribute("aria-current", one.index === line.chosen);
    nameClass(page, row, one);
    showNumber(find(".x", row), one.logit, d.x);
    showNumber(find(".p", row), one.exponential, d.e);
    showNumber(find(".q", row), one.index === line.chosen ? line.result : one.exponential / line.sum, d.y);
    if (one.index !== line.chosen) return;
    for (const place of findAll(".l", equation)) showNumber(place, one.logit, d.x);
    for (const place of findAll(".e", equation)) showNumber(place, one.exponential, d.e);
  });
  if (rows.length > line.named.length) {
    showNumber(find(".p", rows[line.named.length]), line.others, d.e);
    showNumber(find(".q", rows[line.named.length]), line.others / line.sum, d.y);
  }
  for (const place of findAll(".m", equation)) showNumber(place, line.maximum, d.x);
  for (const place of findAll(".s", equation)) showNumber(place, line.sum, d.s);
  showNumber(find(".y", equation), line.result, d.y);
}

/** Another class may be among the largest at another cell. @param {UnitPage} page @param {HTMLElement} row @param {SoftmaxPart} one */
function nameClass(page, row, one) {
  if (row.dataset.class === String(one.index)) return;
  row.dataset.class = String(one.index);
  const head = find("th", row);
  const link = head && find("a", head);
  if (link) link.setAttribute("href", `../../${page.view.inputs[0].layer}/${one.index}/index.html`);
  const place = link ?? head;
  if (place) place.textContent = one.name;
}

/** The twin of `Softmax.Fewest`. @param {SoftmaxLine} line */
export function shareDecimals(line) {
  const areQuotients = (/** @type {number} */ e, /** @type {number} */ s) =>
    line.named.every((one) => {
      const share = one.index === line.chosen ? line.result : one.exponential / line.sum;
      return isWithinOne(roundTo(one.exponential, e) / roundTo(line.sum, s), roundTo(share, PROBABILITY_DECIMALS), PROBABILITY_DECIMALS);
    });
  let s = PROBABILITY_DECIMALS;
  while (s < MOST_DECIMALS && !areQuotients(s, s)) s++;
  let e = s;
  while (e < MOST_DECIMALS && !(areQuotients(e, s) && exponentialsAddUp(line, e, s))) e++;
  let x = 2;
  while (x < MOST_DECIMALS && !areExponentials(line, x, e)) x++;
  return { x, e, s, y: PROBABILITY_DECIMALS };
}

/** The twin of `LogSoftmax.Fewest`. @param {SoftmaxLine} line @param {number} wanted */
function logarithmDecimals(line, wanted) {
  const logit = line.named.find((one) => one.index === line.chosen)?.logit ?? 0;
  const y = settleDecimals(wanted, logit - line.maximum - Math.log(line.sum), line.result);
  const gives = (/** @type {number} */ from, /** @type {number} */ largest, /** @type {number} */ s) =>
    isWithinOne(from - largest - Math.log(roundTo(line.sum, s)), roundTo(line.result, y), y);
  let s = 2;
  while (s < MOST_DECIMALS && !gives(logit, line.maximum, s)) s++;
  let e = s;
  while (e < MOST_DECIMALS && !exponentialsAddUp(line, e, s)) e++;
  let x = 2;
  while (x < MOST_DECIMALS && !(areExponentials(line, x, e) && gives(roundTo(logit, x), roundTo(line.maximum, x), s))) x++;
  return { x, e, s, y };
}

/** @param {SoftmaxLine} line @param {number} e @param {number} s */
function exponentialsAddUp(line, e, s) {
  return isWithinOne(
    line.named.reduce((total, one) => total + roundTo(one.exponential, e), roundTo(line.others, e)),
    roundTo(line.sum, s),
    s,
  );
}

/** @param {SoftmaxLine} line @param {number} x @param {number} e */
function areExponentials(line, x, e) {
  return line.named.every((one) => isWithinOne(Math.exp(roundTo(one.logit, x) - roundTo(line.maximum, x)), roundTo(one.exponential, e), e));
}

export const PROBABILITY_DECIMALS = 4;
