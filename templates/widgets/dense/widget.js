import { drawMap } from "../../js/colours.js";
import { decimalsForSum } from "../../js/compute/decimals.js";
import { decimalsFor, formatNumber } from "../../js/compute/numbers.js";
import { liveLayer, loadNumbers } from "../../js/data.js";
import { find, findAll, make } from "../../js/dom.js";
import { fragmentNumber, onFragment, writeFragment } from "../../js/fragment.js";
import { announce } from "../../js/unit/announce.js";
import { noCells } from "../../js/unit/cells.js";
import { showField } from "../../js/unit/field.js";
import { mapView } from "../../js/unit/map-view.js";
import { showNumber } from "../../js/unit/shown.js";
import { diverging, tint, tintTerms } from "../../js/unit/tint.js";
import { wordOf } from "../../js/words.js";
import { flattenIndex, flattenSource } from "../flatten/order.js";
import { followDense } from "./follow.js";

/** @import { MapView } from "../../js/unit/map-view.js" */
/** @import { UnitPage, Widget } from "../../js/unit/page.js" */
/** @import { Beat } from "../../js/unit/play/beats.js" */

/** @type {Widget<any>} */
export const widget = {
  ...noCells,
  followsRows: true,
  beats: mapByMap,
  start(page) {
    const { vector, weights } = page.view.extra ?? {};
    if (!vector) return saysRecorded(page);
    return Promise.all([loadNumbers(vector), loadNumbers(weights)])
      .then(([values, factors]) => {
        followDense(page, values, factors);
        startDense(page, values, factors);
      })
      .catch((error) => announce(error.message));
  },
};

/** Without all weights the equation can't be that of the reader's picture. @param {UnitPage} page */
function saysRecorded(page) {
  if (liveLayer(page.view.inputs[0].layer)) page.equation.before(make("p", { class: "doubt", role: "note" }, wordOf("not_your_picture")));
}

/** What each map adds, or each of the largest products; then the bias and the sum. @param {UnitPage} page @returns {Beat[]} */
function mapByMap(page) {
  const groups = findAll("[data-group]").map((group) => ({ elements: findAll(".signed, .number", group), from: find(".triple", group) }));
  const rows = findAll("tbody tr", page.equation).map((row) => ({ elements: findAll("td", row) }));
  const result = find(".dense-maps .total") ?? find("tfoot", page.equation);
  return [...(groups.length > 0 ? groups : rows), { elements: result ? [result] : [] }];
}

/**
 * @typedef {{ page: UnitPage, values: Float32Array, weights: Float32Array, groups: Map<number, MapView[]>, digits: number, chosen:
 *   number }} DenseSum
 */

/** @param {UnitPage} page @param {Float32Array} values @param {Float32Array} weights */
function startDense(page, values, weights) {
  const products = weights.map((weight, i) => weight * values[i]);
  const largest = products.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  /** @type {DenseSum} */
  const sum = { page, values, weights, groups: new Map(), digits: decimalsFor(largest) + 1, chosen: -1 };
  const heaviest = weights.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  drawProducts(sum, products, largest, heaviest);
  Object.assign(page.scales, { w: diverging(heaviest), p: diverging(largest) });
  tintTerms(page);
  const restore = () => {
    const index = fragmentNumber("i");
    if (index !== null && index < values.length) chooseInput(sum, index);
  };
  onFragment(restore);
  restore();
  for (const row of findAll("tr[data-input]")) {
    const index = Number(row.dataset.input);
    if (index < 0) continue;
    for (const name of ["pointerenter", "focusin"]) row.addEventListener(name, () => chooseInput(sum, index));
  }
  document.documentElement.dataset.products = "";
}

/** Weights and products of every map, on one scale each. @param {DenseSum} sum @param {Float32Array} products @param {number} largest @param {number} heaviest */
function drawProducts(sum, products, largest, heaviest) {
  const { shape, order } = sum.page.view.extra.from;
  const legend = find(".weights-range");
  if (legend) {
    const digits = decimalsFor(heaviest);
    legend.textContent = wordOf("weights_range", formatNumber(-heaviest, digits), formatNumber(heaviest, digits));
    legend.hidden = false;
  }
  const single = find(".groups.single");
  if (single) single.hidden = false;
  for (const place of single ? [single] : findAll("[data-group] .triple")) {
    const group = single ? 0 : Number(/** @type {HTMLElement} */ (place.parentElement).dataset.group);
    const [height, width] = single ? [1, shape[2]] : shape.slice(1);
    const of = (/** @type {Float32Array} */ all) =>
      Float32Array.from({ length: height * width }, (_, i) => all[flattenIndex([group, Math.floor(i / width), i % width], shape, order)]);
    const weights = denseMap("weights", group, height, width, of(sum.weights), diverging(heaviest));
    const product = denseMap("products", group, height, width, of(products), diverging(largest));
    const sign = (/** @type {string} */ text) => make("span", { class: "op", "aria-hidden": "true" }, text);
    if (single) {
      const input = sum.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      place.append(sign(wordOf("inputs")), denseMap("inputs", group, height, width, of(sum.values), diverging(input)));
    }
    place.append(sign(single ? wordOf("times_weights") : "×"), weights, sign(single ? wordOf("equals_products") : "="), product);
    const pointed = (
      /** @type {MapView} */ _,
      /** @type {number} */ row,
      /** @type {number} */ column,
      /** @type {boolean} */ isChoice,
    ) => {
      const index = flattenIndex([group, row, column], shape, order);
      chooseInput(sum, index);
      writeFragment({ i: index }, isChoice);
    };
    sum.groups.set(
      group,
      findAll(".map-view", place).map((element) => mapView(element, pointed)),
    );
  }
}

/**
 * @param {string} name @param {number} group @param {number} height @param {number} width @param {Float32Array} values @param {any} scale
 */
function denseMap(name, group, height, width, values, scale) {
  const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { "aria-hidden": "true" }));
  drawMap(canvas, values, height, width, scale);
  return make(
    "figure",
    {
      class: "map-view",
      "data-role": name,
      "data-unit": group,
      "data-height": height,
      "data-width": width,
      "aria-label": wordOf("dense_map", wordOf(name), group),
    },
    canvas,
  );
}

/**
 * Shows one product, its cell on the maps, its row in the list and what it sees of the picture.
 * @param {DenseSum} sum @param {number} index
 */
function chooseInput(sum, index) {
  if (index === sum.chosen) return;
  sum.chosen = index;
  const { shape, order, fields, kinds } = sum.page.view.extra.from;
  const [group, row, column] = flattenSource(index, shape, order);
  for (const [unit, maps] of sum.groups) {
    for (const map of maps) {
      if (unit === group) map.show(row, column, 1, 1);
      else /** @type {HTMLElement} */ (find(".cursor", map.element)).hidden = true;
    }
  }
  for (const line of findAll("tr[data-input]")) line.classList.toggle("lit", Number(line.dataset.input) === index);
  for (const line of findAll("[data-group]")) line.classList.toggle("lit", Number(line.dataset.group) === group);
  showProduct(
    sum,
    index,
    fields
      ? wordOf("cell_of", find(`[data-group="${group}"] .name`)?.textContent ?? wordOf("unit", group), row, column)
      : wordOf("input_number", index),
  );
  if (fields) showField(fields[kinds[group] ?? 0], row, column);
}

/** @param {DenseSum} sum @param {number} index @param {string} name */
function showProduct(sum, index, name) {
  const place = find('[data-equation="product"]');
  if (!place) return;
  const [x, w] = [sum.values[index], sum.weights[index]];
  const d = decimalsForSum([{ terms: [{ x, w }], sum: x * w }], 0, x * w, { x: 2, w: 2, p: sum.digits, y: sum.digits });
  place.hidden = false;
  const where = find(".where", place);
  if (where) where.textContent = wordOf("named", name);
  showNumber(find(".x", place), x, d.x);
  showNumber(find(".w", place), w, d.w);
  showNumber(find(".y", place), x * w, d.p);
  const { scales } = sum.page;
  tint(find(".x", place), scales.x[0], x);
  tint(find(".w", place), scales.w, w);
  tint(find(".y", place), scales.p, x * w);
  announce(() => wordOf("said", name, place.textContent ?? ""));
}
