// The page of a dense unit for the reader's own picture: its largest products, and what each map adds, are others.
import { decimalsFor, formatNumber } from "../../js/compute/numbers.js";
import { liveLayer } from "../../js/data.js";
import { find, findAll } from "../../js/dom.js";
import { showSum } from "../../js/unit/sum.js";
import { wordOf } from "../../js/words.js";
import { flattenSource } from "../flatten/order.js";

/** @import { UnitPage } from "../../js/unit/page.js" */

/** Shows what stands on the page, if it shows the reader's picture. @param {UnitPage} page @param {Float32Array} values @param {Float32Array} weights */
export function followDense(page, values, weights) {
  const result = liveLayer(document.body.dataset.layer ?? "")?.data[page.view.unit];
  if (result === undefined) return;
  const products = Float64Array.from(values, (value, i) => value * weights[i]);
  showRows(page, products, values, weights, result);
  showGroups(page, products, result);
}

/** @param {UnitPage} page @param {Float64Array} products @param {Float32Array} values @param {Float32Array} weights @param {number} result */
function showRows(page, products, values, weights, result) {
  const rows = findAll("tr[data-input]", page.equation);
  const named = rows.filter((row) => Number(row.dataset.input) >= 0);
  const order = [...products.keys()].sort((a, b) => Math.abs(products[b]) - Math.abs(products[a]) || a - b).slice(0, named.length);
  let others = products.reduce((sum, product) => sum + product, 0);
  const parts = order.map((index, i) => {
    nameInput(page, named[i], index);
    others -= products[index];
    return { terms: [{ x: values[index], w: weights[index] }], sum: products[index] };
  });
  if (rows.length > named.length) parts.push({ terms: [], sum: others });
  showSum({ ...page, decimals: null }, parts, page.view.op.bias, result);
}

/** A row stands for another input: it is called after the cell that it was. @param {UnitPage} page @param {HTMLElement} row @param {number} index */
function nameInput(page, row, index) {
  row.dataset.input = String(index);
  const { shape, order, fields } = page.view.extra.from;
  const head = find("th", row);
  if (!head) return;
  if (!fields) return void (head.textContent = wordOf("input_number", index));
  const [unit, y, x] = flattenSource(index, shape, order);
  const name = find(`[data-group="${unit}"] .name`);
  const text = wordOf("cell_of", name?.textContent ?? wordOf("unit", unit), y, x);
  const link = /** @type {HTMLAnchorElement | null} */ (name && find("a", name));
  if (!link) return void (head.textContent = text);
  const copy = /** @type {HTMLAnchorElement} */ (link.cloneNode());
  [copy.hash, copy.textContent] = [`y=${y}&x=${x}`, text];
  head.replaceChildren(copy);
}

/** What each map adds, as numbers and as bars. @param {UnitPage} page @param {Float64Array} products @param {number} result */
function showGroups(page, products, result) {
  const list = find(".dense-maps [data-equation]");
  if (!list) return;
  const { shape, order } = page.view.extra.from;
  const places = findAll("[data-group]", list);
  const sums = new Map(places.map((place) => [Number(place.dataset.group), 0]));
  products.forEach((product, index) => {
    const [unit] = flattenSource(index, shape, order);
    const group = sums.has(unit) ? unit : -1;
    sums.set(group, (sums.get(group) ?? 0) + product);
  });
  const parts = places.map((place) => ({ terms: [], sum: sums.get(Number(place.dataset.group)) ?? 0 }));
  showSum({ ...page, equation: list, decimals: null }, parts, page.view.op.bias, result);
  const largest = Math.max(...parts.map((part) => Math.abs(part.sum))) || 1;
  places.forEach((place, i) => {
    const length = (50 * Math.abs(parts[i].sum)) / largest;
    const bar = find("rect", place);
    bar?.setAttribute("class", parts[i].sum < 0 ? "against" : "for");
    bar?.setAttribute("x", String(parts[i].sum < 0 ? 50 - length : 50));
    bar?.setAttribute("width", String(length));
  });
  const most = products.reduce((high, product) => Math.max(high, Math.abs(product)), 0);
  const texts = findAll(".dense-maps .scale svg text");
  const ends = [-most, most].map((end) => formatNumber(end, decimalsFor(most)));
  if (texts.length > 1) [texts[0].textContent, texts[texts.length - 1].textContent] = ends;
}
