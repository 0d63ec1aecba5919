import { loadNumbers } from "../data.js";
import { find, findAll } from "../dom.js";
import { fragmentNumber, onFragment, writeFragment } from "../fragment.js";
import { wordOf } from "../words.js";
import { announce } from "./announce.js";
import { keepRoom } from "./cells.js";
import { showField } from "./field.js";
import { showHere } from "./here.js";
import { mapView } from "./map-view.js";
import { inTurn } from "./play/beats.js";
import { startPlayer } from "./play/player.js";
import { diverging, tintTerms } from "./tint.js";

/** @import { Decimals } from "../compute/decimals.js" */
/** @import { FieldTerm } from "../compute/field.js" */
/** @import { MapView } from "./map-view.js" */
/** @import { ChannelSum } from "./partials.js" */
/** @import { Beat } from "./play/beats.js" */
/** @import { Player } from "./play/player.js" */
/** @import { Scale } from "./tint.js" */

/**
 * What a unit's page says of itself, from `#view`.
 * @typedef {{
 *   kind: string, unit: number, cell: number[], shape: number[], output: string, scale: number[], palette: string, weights: number,
 *   magnitude: number,
 *   inputs: Array<{ layer: string, shape: number[], scale: number[], palette: string, units: Array<[number, string, string]> }>,
 *   op: any, extra: any, field: FieldTerm[],
 * }} UnitView
 *
 * The numbers of a unit's page, apart from the page: its maps, and those that stand on the page and count for every cell, by name.
 * @typedef {{ view: UnitView, inputs: Float32Array[][], output: Float32Array | null, standing: Record<string, number> }} UnitData
 *
 * @typedef {UnitData & {
 *   widget: Widget<any>, maps: MapView[], cell: number[], equation: HTMLElement, decimals: Decimals | null,
 *   scales: { x: Scale[], w: Scale | null, p: Scale | null, y: Scale }, player: Player | null,
 *   stage: { focus: number, sum: ChannelSum | null, decimals?: Decimals } | null,
 * }} UnitPage
 */

/**
 * What an operator's widget does for the page: `cell` is the equation at one cell as data, of which `show` makes what stands there.
 * What it shows where a layer is a row of numbers follows the reader's own picture if `followsRows`.
 * @template Cell
 * @typedef {{
 *   cell(data: UnitData, y: number, x: number): Cell | null,
 *   show(page: UnitPage, cell: Cell, y: number, x: number): void,
 *   outputCell(page: UnitPage, view: MapView, row: number, column: number): number[],
 *   inputWindow(page: UnitPage, y: number, x: number, map?: MapView): number[] | null,
 *   start?(page: UnitPage): void | Promise<void>,
 *   beats?(page: UnitPage): Beat[],
 *   startLayer?(): void | Promise<void>,
 *   followsRows?: boolean,
 *   reads?(view: UnitView): UnitView["inputs"],
 * }} Widget
 */

/** Starts the page of a unit, if it is one. @param {Widget<any>} widget its operator's @returns {Promise<void>} once its equation stands */
export async function startUnitPage(widget) {
  const data = document.getElementById("view");
  const equation = find(".equation[data-equation]") ?? find(".equation");
  if (!data || !equation) return;
  /** @type {UnitView} */
  const view = JSON.parse(data.textContent ?? "");
  /** @type {UnitPage} */
  const page = {
    view,
    widget,
    maps: [],
    inputs: [],
    output: null,
    standing: {},
    cell: view.cell,
    equation,
    decimals: null,
    scales: scalesOf(view),
    player: null,
    stage: null,
  };
  page.maps = findAll('.map-view[data-role="input"], .map-view[data-role="output"]').map((element) =>
    mapView(element, (from, row, column, isChoice) => {
      const [y, x] = from.role === "output" || from.role === "partial" ? [row, column] : widget.outputCell(page, from, row, column);
      pointTo(page, y, x, isChoice);
    }),
  );
  await loadUnitPage(page).catch((error) => announce(error.message));
}

/** The colours of operands, weights, partial sums and results. @param {UnitView} view @returns {UnitPage["scales"]} */
function scalesOf({ inputs, scale, palette, weights }) {
  return {
    x: inputs.map((input) => ({ palette: input.palette, minimum: input.scale[0], maximum: input.scale[1] })),
    w: weights > 0 ? diverging(weights) : null,
    p: null,
    y: { palette, minimum: scale[0], maximum: scale[1] },
  };
}

/** @param {UnitPage} page */
async function loadUnitPage(page) {
  const { view, widget } = page;
  page.inputs = await Promise.all(
    (widget.reads?.(view) ?? view.inputs).map((input) => Promise.all(input.units.map((unit) => loadNumbers(unit[1])))),
  );
  page.output = view.output ? await loadNumbers(view.output) : null;
  const started = widget.start?.(page);
  startPlaying(page);
  document.documentElement.dataset.ready = "";
  const restore = () => {
    const [height, width] = view.shape.length === 3 ? view.shape.slice(1) : [1, 1];
    const isStill = !page.output && view.shape.length === 3;
    const y = (isStill ? null : fragmentNumber("y")) ?? view.cell[0];
    const x = (isStill ? null : fragmentNumber("x")) ?? view.cell[1];
    showCell(page, Math.min(y, height - 1), Math.min(x, width - 1));
  };
  onFragment(restore);
  restore();
  await started;
}

/** @param {UnitPage} page @param {number} y @param {number} x @param {boolean} isChoice */
export function moveTo(page, y, x, isChoice) {
  if (!page.output && page.view.shape.length === 3) return;
  if (y !== page.cell[0] || x !== page.cell[1]) showCell(page, y, x);
  writeFragment({ y, x }, isChoice);
}

/** The reader points at a cell: what plays goes on, and what is paused is over. @param {UnitPage} page @param {number} y @param {number} x @param {boolean} isChoice */
export function pointTo(page, y, x, isChoice) {
  if (page.player?.isPlaying() && !isChoice) return;
  page.player?.stop();
  moveTo(page, y, x, isChoice);
}

/** @param {UnitPage} page */
function startPlaying(page) {
  const { view, widget } = page;
  const controls = find(".player");
  const isMap = view.shape.length === 3;
  const [height, width] = isMap ? view.shape.slice(1) : [1, 1];
  const beats = () => widget.beats?.(page) ?? inTurn(page, ".x", ".y");
  if (!controls || (isMap ? !page.output || height * width < 2 : beats().length < 2)) return;
  page.player = startPlayer(controls, {
    height,
    width,
    root: find(".workbench") ?? document.body,
    maps: page.maps.filter((map) => map.role !== "input").map((map) => map.element),
    at: () => page.cell[0] * width + page.cell[1],
    go: (cell) => isMap && moveTo(page, Math.floor(cell / width), cell % width, false),
    beats,
    rested: () => sayCell(page),
  });
}

/** Shows the equation of a cell, and its window in every map. @param {UnitPage} page @param {number} y @param {number} x */
function showCell(page, y, x) {
  page.cell = [y, x];
  document.body.dataset.cell = `${y},${x}`;
  for (const map of page.maps) {
    const place = map.role === "input" ? page.widget.inputWindow(page, y, x, map) : [y, x, 1, 1];
    if (place) map.show(place[0], place[1], place[2], place[3]);
  }
  const cell = page.widget.cell(page, y, x);
  if (cell) page.widget.show(page, cell, y, x);
  tintTerms(page);
  showHere(page);
  keepRoom(page.equation);
  dispatchEvent(new CustomEvent("cellshown"));
  for (const place of findAll("[data-place]")) place.textContent = place.dataset.place === "row" ? String(y) : String(x);
  showField(page.view.field, y, x);
  if (!page.player?.isPlaying()) sayCell(page);
}

/** @param {UnitPage} page */
function sayCell({ view, cell, equation }) {
  const where = view.shape.length === 3 ? wordOf("row_column", cell[0], cell[1]) : "";
  announce(() => where + (find(".y", equation)?.textContent ?? ""));
}
