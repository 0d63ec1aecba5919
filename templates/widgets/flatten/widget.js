import { decimalsFor, formatNumber } from "../../js/compute/numbers.js";
import { liveLayer, loadNumbers } from "../../js/data.js";
import { find, findAll } from "../../js/dom.js";
import { fragmentNumber, onFragment, writeFragment } from "../../js/fragment.js";
import { announce } from "../../js/unit/announce.js";
import { noCells } from "../../js/unit/cells.js";
import { mapView } from "../../js/unit/map-view.js";
import { startPlayer } from "../../js/unit/play/player.js";
import { showNumber } from "../../js/unit/shown.js";
import { wordOf } from "../../js/words.js";
import { flattenIndex, flattenSource } from "./order.js";

/** @import { Widget } from "../../js/unit/page.js" */
/** @import { Player } from "../../js/unit/play/player.js" */

/** A flatten has no units: its layer's page shows all of it. @type {Widget<any>} */
export const widget = { ...noCells, startLayer: startFlattenPage };

/** Starts the page of a layer, if it is one. */
function startFlattenPage() {
  const text = document.getElementById("flatten-view");
  const equation = find('[data-equation="flatten"]');
  if (!text || !equation) return;
  /** @type {{ data: string, index: number, shape: number[], order: number[], width: number, decimals: number }} */
  const view = JSON.parse(text.textContent ?? "");
  return loadNumbers(view.data)
    .then((values) => startFlatten(view, equation, values))
    .catch((error) => announce(error.message));
}

/** The page opens at the strongest cell, with digits for it: those of the reader's picture are others. @param {any} view @param {Float32Array} values */
function followFlatten(view, values) {
  values.forEach((value, i) => {
    if (Math.abs(value) > Math.abs(values[view.index])) view.index = i;
  });
  view.decimals = decimalsFor(Math.abs(values[view.index]));
}

/** @param {any} view @param {HTMLElement} equation @param {Float32Array} values */
function startFlatten(view, equation, values) {
  if (liveLayer(document.body.dataset.layer ?? "")) followFlatten(view, values);
  let at = 0;
  /** @type {Player | null} */
  let player = null;
  const choose = (/** @type {number} */ index, /** @type {boolean} */ isChoice) => {
    if (index >= values.length || (player?.isPlaying() && !isChoice)) return;
    player?.stop();
    show(index);
    writeFragment({ i: index }, isChoice);
  };
  const maps = findAll('.map-view[data-role="input"]').map((element) =>
    mapView(element, (map, row, column, isChoice) => choose(flattenIndex([map.unit, row, column], view.shape, view.order), isChoice)),
  );
  const strip = mapView(/** @type {HTMLElement} */ (find('.map-view[data-role="output"]')), (_, row, column, isChoice) =>
    choose(row * view.width + column, isChoice),
  );
  const show = (/** @type {number} */ index) => {
    const [unit, row, column] = flattenSource((at = index), view.shape, view.order);
    strip.show(Math.floor(index / view.width), index % view.width, 1, 1);
    const scroller = /** @type {HTMLElement} */ (strip.element.parentElement);
    const x = ((index % view.width) / view.width) * strip.element.offsetWidth;
    if (x < scroller.scrollLeft || x > scroller.scrollLeft + scroller.clientWidth - 8) scroller.scrollLeft = x - scroller.clientWidth / 2;
    for (const map of maps) {
      if (map.unit === unit) map.show(row, column, 1, 1);
      else /** @type {HTMLElement} */ (find(".cursor", map.element)).hidden = true;
      map.element.closest(".map-of")?.classList.toggle("lit", map.unit === unit);
    }
    showFlattened(equation, [unit, row, column], index, values[index], view.decimals);
    if (!player?.isPlaying()) announce(() => wordOf("flat_said", unit, row, column, index, formatNumber(values[index], view.decimals)));
  };
  const restore = () => show(Math.min(values.length - 1, fragmentNumber("i") ?? view.index));
  onFragment(restore);
  restore();
  const controls = find(".player");
  const section = /** @type {HTMLElement} */ (equation.closest(".flatten"));
  const parts = [".x", ".y"].map((role) => ({ elements: findAll(role, equation) }));
  if (controls && values.length > 1)
    player = startPlayer(controls, {
      height: strip.height,
      width: strip.width,
      count: values.length,
      root: section,
      maps: [strip.element],
      at: () => at,
      go: show,
      beats: () => parts,
    });
  document.documentElement.dataset.ready = "";
}

/** @param {HTMLElement} equation @param {number[]} at @param {number} index @param {number} value @param {number} decimals */
function showFlattened(equation, at, index, value, decimals) {
  ["unit", "row", "column"].forEach((axis, i) => showNumber(find(`.i[data-axis="${axis}"]`, equation), at[i], 0));
  showNumber(find(".n", equation), index, 0);
  showNumber(find(".x", equation), value, decimals);
  showNumber(find(".y", equation), value, decimals);
  const words = { place: wordOf("cell_of", wordOf("unit", at[0]), at[1], at[2]), index: String(index) };
  for (const [name, text] of Object.entries(words)) {
    const place = find(`[data-flat="${name}"]`, equation);
    if (place) place.textContent = text;
  }
}
