import { softmaxLine } from "../compute/exponentials.js";
import { find, findAll } from "../dom.js";
import { wordOf } from "../words.js";
import { cellByCell, cellOf } from "./cells.js";
import { inTurn } from "./play/beats.js";
import { showNumber } from "./shown.js";

/** @import { LineDecimals, SoftmaxLine, SoftmaxPart } from "../compute/exponentials.js" */
/** @import { UnitData, UnitPage, Widget } from "./page.js" */
/** @import { Beat } from "./play/beats.js" */

/**
 * What softmax and its logarithm share where their classes are the units, or the columns, of maps.
 * @param {{ share: (result: number) => number, decimals: (line: SoftmaxLine, magnitude: number) => LineDecimals }} rule
 * the share of the class that a result is about, and the decimals with which a line adds up
 * @returns {Widget<SoftmaxLine>}
 */
export function exponentials({ share, decimals }) {
  return {
    ...cellByCell,
    beats: classByClass,
    inputWindow: (page, y, x) => (page.view.op?.alongColumns ? [y, 0, 1, page.view.shape[2]] : [y, x, 1, 1]),
    cell(data, y, x) {
      const { op, shape, unit } = data.view;
      if (!data.output || shape.length !== 3) return null;
      const { logits, indices } = classesAt(data, y, x);
      const result = cellOf(data, data.output, y, x);
      const isWhole = op.alongColumns || logits.length === shape[0];
      return softmaxLine(logits, indices, op.alongColumns ? x : unit, result, share(result), isWhole);
    },
    show: (page, line) => showExponentials(page, line, decimals(line, page.view.magnitude)),
  };
}

/** More classes than this are done at once. */
const MOST_IN_TURN = 12;

/** The exponential of each class, their sum, its share. @param {UnitPage} page @returns {Beat[]} */
function classByClass(page) {
  const rows = findAll("tbody [data-partial]", page.equation);
  const [logits, ...rest] = inTurn(page, "tbody .x", "tbody .p", "tfoot .s", ".q, .length", ".fraction, .total");
  if (!logits || rows.length > MOST_IN_TURN) return logits ? [logits, ...rest] : rest;
  return [logits, ...rows.map((row) => ({ elements: findAll(".p", row), from: find(".x", row) })), ...rest.slice(1)];
}

/** The classes at a cell, from the maps that are drawn. @param {UnitData} data @param {number} y @param {number} x */
function classesAt(data, y, x) {
  const { op, shape, unit } = data.view;
  const { units } = data.view.inputs[0];
  if (!op.alongColumns) return { logits: data.inputs[0].map((map) => cellOf(data, map, y, x)), indices: units.map(([index]) => index) };
  const map = data.inputs[0][units.findIndex(([index]) => index === unit)];
  return { logits: [...map.subarray(y * shape[2], (y + 1) * shape[2])], indices: Array.from({ length: shape[2] }, (_, column) => column) };
}

/** @param {UnitPage} page @param {SoftmaxLine} line @param {LineDecimals} d */
function showExponentials(page, line, d) {
  const { equation } = page;
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
  const { layer, units } = page.view.inputs[0];
  if (link) link.setAttribute("href", `../../${layer}/${one.index}/index.html`);
  const place = link ?? head;
  if (!place) return;
  const unit = page.view.op.alongColumns ? null : units.find(([index]) => index === one.index);
  place.textContent = unit?.[2] ?? wordOf("column", one.index);
}
