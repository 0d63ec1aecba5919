import { isWithinOne } from "../../js/compute/decimals.js";
import { decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { single } from "../../js/compute/storing.js";
import { windowExtent, windowOver, windowStart, windowSums, windowValues } from "../../js/compute/window.js";
import { drawMap } from "../../js/colours.js";
import { find, findAll, make } from "../../js/dom.js";
import { cellOf } from "../../js/unit/cells.js";
import { mapView } from "../../js/unit/map-view.js";
import { pointTo } from "../../js/unit/page.js";
import { partialPlaces } from "../../js/unit/partial-places.js";
import { showNumber } from "../../js/unit/shown.js";
import { digitsOf, fitFactor, showStoring } from "../../js/unit/storing.js";
import { startKernelTips } from "../../js/unit/kernel-tips.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { UnitData, UnitPage, Widget } from "../../js/unit/page.js" */

/** A sum of whole numbers at a cell, and what was recorded. @typedef {{ parts: ExactPart[], sum: number, y: number }} IntegerSum */

/** @type {Widget<IntegerSum>} */
export const widget = {
  inputWindow(page, y, x) {
    const { window } = page.view.op.sum;
    return [...windowStart(window, y, x), ...windowExtent(window)];
  },

  outputCell: (page, _map, row, column) => windowOver(page.view.op.sum.window, row, column, page.view.shape),

  cell(data, y, x) {
    if (!data.output) return null;
    const { op, inputs } = data.view;
    const centre = centreOf(data);
    const parts = op.sum.kernels.map((/** @type {any} */ kernel) => {
      const values = windowValues(op.sum.window, mapOfUnit(data, kernel.input), inputs[0].shape, y, x);
      const terms = values.map((value, k) => ({ x: value.pad ? 0 : value.x, w: Math.fround(kernel.weights[k]), pad: value.pad }));
      const sum = terms.reduce((total, term) => total + (term.pad ? 0 : (term.x - centre) * term.w), 0);
      return { terms, sum };
    });
    const { others } = data.standing;
    if (others !== undefined) parts.push({ terms: [], sum: othersAt(data, others, y, x) });
    const sum = parts.reduce((/** @type {number} */ total, /** @type {ExactPart} */ part) => total + part.sum, op.sum.bias);
    return { parts, sum, y: cellOf(data, data.output, y, x) };
  },

  show(page, { parts, sum, y }) {
    const places = findAll("[data-partial]", page.equation);
    parts.forEach((part, i) => {
      const terms = places[i].querySelectorAll("[data-term]");
      part.terms.forEach((term, k) => {
        showNumber(terms[k].querySelector(".x"), term.x, 0);
        terms[k].classList.toggle("padding", term.pad === true);
      });
      showNumber(places[i].querySelector(".p"), part.sum, 0);
    });
    showEnd(page, sum, y);
  },

  start(page) {
    startKernelTips(page.view);
    const place = find('.part[data-unit="-1"] .p', page.equation);
    if (place) page.standing.others = Number(place.getAttribute("value"));
    else if (page.output) drawSums(page);
  },
};

/** The numbers of an input unit. @param {UnitData} data @param {number} unit */
function mapOfUnit(data, unit) {
  return data.inputs[0][data.view.inputs[0].units.findIndex((candidate) => candidate[0] === unit)];
}

/** Draws what each channel adds, cell by cell, all on one scale. @param {UnitPage} page */
function drawSums(page) {
  const { inputs, op, shape } = page.view;
  const centre = centreOf(page);
  const maps = op.sum.kernels.map((/** @type {any} */ kernel) => {
    const map = mapOfUnit(page, kernel.input).map((x) => x - centre);
    return windowSums(op.sum.window, kernel.weights, map, inputs[0].shape, shape[1], shape[2]);
  });
  const most = maps.reduce(
    (/** @type {number} */ top, /** @type {Float64Array} */ map) => map.reduce((high, x) => Math.max(high, Math.abs(x)), top),
    0,
  );
  partialPlaces(page).forEach((place, i) => {
    const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { "aria-hidden": "true" }));
    drawMap(canvas, maps[i], shape[1], shape[2], { palette: "diverging", minimum: -most, maximum: most });
    place.prepend(canvas);
    place.hidden = false;
    page.maps.push(mapView(place, (_, row, column, isChoice) => pointTo(page, row, column, isChoice)));
  });
}

/** What stands for 0 in what is read. @param {UnitData} data */
function centreOf(data) {
  return data.inputs.length > 1 && data.inputs[1][0] ? data.inputs[1][0][0] : data.view.op.centre;
}

/** Of channels that aren't written out the sum is known only where the page opens. @param {UnitData} data @param {number} others @param {number} y @param {number} x */
function othersAt(data, others, y, x) {
  const [row, column] = data.view.cell;
  return y === row && x === column ? others : NaN;
}

/** The sum, and what becomes of it. @param {UnitPage} page @param {number} sum @param {number} y */
function showEnd(page, sum, y) {
  const { equation } = page;
  const { factor, added, to } = page.view.op.ending;
  for (const place of findAll(".acc", equation)) showNumber(place, sum, 0);
  if (factor === null) return showNumber(find(".y", equation), y, 0);
  const by = Math.fround(factor);
  const start = digitsOf(equation, "factor");
  const bias = added === null ? 0 : Math.fround(added);
  /** @type {import("../../js/unit/storing.js").Fit} */
  const fit = (shown, decimals) => {
    const behind = roundTo(bias, Math.max(decimals, 2) + 1);
    const digits = fitFactor(sum, by, shown - behind, decimals, start);
    if (!isWithinOne(sum * roundTo(by, digits) + behind, shown, decimals)) return null;
    return [
      { name: "factor", value: by, decimals: digits },
      { name: "added", value: bias, decimals: Math.max(decimals, 2) + 1 },
    ];
  };
  const whole = Math.fround(Math.fround(sum) * by);
  if (to) return showStoring(equation, single(to), added === null ? whole : Math.fround(whole + bias), y, fit);
  const decimals = Math.max(digitsOf(equation, "y"), Math.min(2, decimalsFor(page.view.magnitude)));
  for (const number of fit(roundTo(y, decimals), decimals) ?? [])
    showNumber(find(`.${number.name}`, equation), number.value, number.decimals);
  showNumber(find(".y", equation), y, decimals);
}
