// A sum over channels: what each of them adds, cell by cell, and what those add that aren't written out.

import { drawMap } from "../colours.js";
import { decimalsFor, formatNumber } from "../compute/numbers.js";
import { find, make } from "../dom.js";
import { wordOf } from "../words.js";
import { cellOf } from "./cells.js";
import { mapView } from "./map-view.js";
import { partialPlaces } from "./partial-places.js";
import { pointTo } from "./page.js";
import { startStage } from "./stage.js";
import { diverging } from "./tint.js";

/** @import { ExactPart } from "../compute/decimals.js" */
/** @import { UnitData, UnitPage } from "./page.js" */

/**
 * A sum over channels at a cell: a part each, and one for those that aren't written out.
 * @typedef {{ parts: ExactPart[], bias: number, result: number }} ChannelSum
 */

/**
 * The same of what each channel that is written out adds.
 * @param {UnitData} data @param {ExactPart[]} parts @param {number} y @param {number} x
 * @returns {ChannelSum}
 */
export function channelSum(data, parts, y, x) {
  const { op, cell } = data.view;
  const result = cellOf(data, data.output, y, x);
  const { others } = data.standing;
  if (others === undefined) return { parts, bias: Math.fround(op.bias), result };
  const isOpening = Number.isFinite(others) && y === cell[0] && x === cell[1];
  const sum = isOpening ? others : parts.reduce((left, part) => left - part.sum, result - op.bias);
  return { parts: [...parts, { terms: [], sum }], bias: Math.fround(op.bias), result };
}

/** A part of a sum from its products. @param {Array<{ x: number, w: number, pad?: boolean }>} terms @returns {ExactPart} */
export function productsPart(terms) {
  return { terms, sum: terms.reduce((sum, term) => sum + term.x * term.w, 0) };
}

/** Notes what the channels that aren't written out add at the cell that the page opens with. @param {UnitPage} page */
export function noteOthers(page) {
  const place = find('.part[data-unit="-1"] .p', page.equation);
  if (place) page.standing.others = Number(place.getAttribute("value"));
}

/**
 * Draws what each channel adds, cell by cell, all on one scale.
 * @param {UnitPage} page @param {(kernel: { input: number, weights: number[] }) => Float64Array} mapOf
 */
export function drawPartials(page, mapOf) {
  const { op, shape } = page.view;
  const [, height, width] = shape;
  const places = partialPlaces(page);
  const maps = op.kernels.map(mapOf);
  if (page.standing.others !== undefined && page.output) {
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
  const scale = (page.scales.p = diverging(magnitude));
  places.forEach((place, i) => {
    const canvas = make("canvas", { "aria-hidden": "true" });
    drawMap(canvas, maps[i], height, width, scale);
    place.prepend(canvas);
    place.hidden = false;
    page.maps.push(mapView(place, (_, row, column, isChoice) => pointTo(page, row, column, isChoice)));
  });
  const legend = find(".partial-range");
  if (legend)
    legend.textContent = wordOf(
      "intermediate",
      formatNumber(-magnitude, decimalsFor(magnitude)),
      formatNumber(magnitude, decimalsFor(magnitude)),
    );
  startStage(page);
}
