import { isWithinOne } from "../../js/compute/decimals.js";
import { decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { single } from "../../js/compute/storing.js";
import { windowValues } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { cellOf } from "../../js/unit/cells.js";
import { drawPartials, mapOfUnit, noteOthers, productsPart } from "../../js/unit/partials.js";
import { showNumber } from "../../js/unit/shown.js";
import { digitsOf, fitFactor, showStoring } from "../../js/unit/storing.js";
import * as conv from "../conv/widget.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { UnitData, UnitPage, Widget } from "../../js/unit/page.js" */

/** A sum of whole numbers at a cell, and what was recorded. @typedef {{ parts: ExactPart[], sum: number, y: number }} IntegerSum */

/** @type {Widget<IntegerSum>} */
export const widget = {
  inputWindow: (page, y, x) => conv.widget.inputWindow(asConv(page), y, x),
  outputCell: (page, map, row, column) => conv.widget.outputCell(asConv(page), map, row, column),

  cell(data, y, x) {
    if (!data.output) return null;
    const { op, inputs } = data.view;
    const centre = centreOf(data);
    const parts = op.sum.kernels.map((/** @type {any} */ kernel) => {
      const values = windowValues(op.sum.window, mapOfUnit(data, kernel.input), inputs[0].shape, y, x);
      const terms = values.map((value, k) => ({ x: value.pad ? 0 : value.x, w: Math.fround(kernel.weights[k]), pad: value.pad }));
      const sum = terms.reduce((total, term) => total + (term.pad ? 0 : (term.x - centre) * term.w), 0);
      return { ...productsPart(terms), sum };
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
    const { inputs, op, shape } = page.view;
    noteOthers(page);
    if (!page.output || page.standing.others !== undefined) return;
    const centre = centreOf(page);
    drawPartials(asConv(page), (kernel) => {
      const map = mapOfUnit(page, kernel.input).map((x) => x - centre);
      return conv.partialMap(op.sum.window, kernel.weights, map, inputs[0].shape, shape[1], shape[2]);
    });
  },
};

/** The page as the widget of a convolution knows it. @param {UnitPage} page @returns {UnitPage} */
function asConv(page) {
  return { ...page, view: { ...page.view, op: page.view.op.sum } };
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
