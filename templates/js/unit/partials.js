// A sum over channels: what each of them adds, cell by cell, and what those add that aren't written out.

import { drawMap } from "../colours.js";
import { decimalsFor, formatNumber } from "../compute/numbers.js";
import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";
import { mapView } from "./map-view.js";
import { moveTo } from "./page.js";

/** @import { ExactPart } from "../compute/decimals.js" */
/** @import { UnitPage } from "./page.js" */

/** What the channels that aren't written out add at the cell that the page opens with, or null where all are. @param {UnitPage} page */
export function othersOf(page) {
  const place = find('.part[data-unit="-1"] .p', page.equation);
  return place ? { cell: page.view.cell, sum: Number(place.getAttribute("value")) } : null;
}

/**
 * The same at any cell: what is left of the recorded result.
 * @param {UnitPage} page @param {ExactPart[]} parts @param {number} result @param {number} y @param {number} x
 */
export function othersAt(page, parts, result, y, x) {
  const { others } = page;
  if (others && Number.isFinite(others.sum) && y === others.cell[0] && x === others.cell[1]) return others.sum;
  return parts.reduce((left, part) => left - part.sum, result - page.view.op.bias);
}

/** The numbers of an input unit. @param {UnitPage} page @param {number} unit */
export function mapOfUnit(page, unit) {
  return page.inputs[0][page.view.inputs[0].units.findIndex((candidate) => candidate[0] === unit)];
}

/**
 * Draws what each channel adds, cell by cell, all on one scale.
 * @param {UnitPage} page @param {(kernel: { input: number, weights: number[] }) => Float64Array} mapOf
 */
export function drawPartials(page, mapOf) {
  const { op, shape } = page.view;
  const [, height, width] = shape;
  const places = findAll('.map-view[data-role="partial"]');
  const maps = op.kernels.map(mapOf);
  if (page.others && page.output) {
    maps.push(
      Float64Array.from(page.output, (result, i) =>
        maps.reduce((/** @type {number} */ left, /** @type {Float64Array} */ map) => left - map[i], result - op.bias),
      ),
    );
  }
  if (maps.length < places.length) return;
  const magnitude = Math.max(
    ...maps.map((/** @type {Float64Array} */ map) => map.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
  );
  places.forEach((place, i) => {
    const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { "aria-hidden": "true" }));
    drawMap(canvas, maps[i], height, width, { palette: "diverging", minimum: -magnitude, maximum: magnitude });
    place.prepend(canvas);
    place.hidden = false;
    page.maps.push(mapView(place, (_, row, column, isChoice) => moveTo(page, row, column, isChoice)));
  });
  const legend = find(".partial-range");
  if (legend)
    legend.textContent = wordOf(
      "intermediate",
      formatNumber(-magnitude, decimalsFor(magnitude)),
      formatNumber(magnitude, decimalsFor(magnitude)),
    );
}
