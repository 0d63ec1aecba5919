// The pictures of a page and what is said beside them, for another picture's numbers.
import { drawMap } from "../../colours.js";
import { decimalsFor, formatNumber } from "../../compute/numbers.js";
import { find, findAll } from "../../dom.js";
import { wordOf } from "../../words.js";
import { shareOf } from "../share.js";
import { showBoard } from "../paint/show.js";
import { magnitudeOf } from "./view.js";

/** @typedef {import("../live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {import("../live-network.js").Maps} Maps */
/** @typedef {import("../paint/brush.js").Board} Board */

/** From smallest to largest, in words. @param {Float32Array} values @param {number} decimals */
function rangeOf(values, decimals) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return wordOf("range", formatNumber(low, decimals), formatNumber(high, decimals));
}

/** The ends of a layer's colours. @param {LiveNetwork} network @param {string} layer @param {Float32Array} values */
export function coloursOf(network, layer, values) {
  if (layer === network.input) return { palette: "grey", ...network.inputRange };
  if (network.givesProbabilities(layer)) return { palette: "probability", minimum: 0, maximum: 1 };
  const most = magnitudeOf(values) || 1;
  return { palette: "diverging", minimum: -most, maximum: most };
}

/**
 * @param {LiveNetwork} network @param {Maps} maps
 * @param {(route: string) => { layer: string, unit: number } | null} placeOf
 * @param {Board} seen
 * @param {number | undefined} unit of the page, if it has one
 */
export function fillMaps(network, maps, placeOf, seen, unit) {
  const canvas = document.createElement("canvas");
  for (const image of /** @type {HTMLImageElement[]} */ (findAll("main img"))) {
    const source = image.getAttribute("src") ?? "";
    if (/\/pictures\/[^/]+\/(?:seen|original)-[0-9a-f]+\.\w+$/.test(source)) {
      [canvas.width, canvas.height] = [seen.width, seen.height];
      showBoard(canvas, seen);
      [image.src, image.alt] = [canvas.toDataURL(), wordOf("your_picture")];
      continue;
    }
    const place = placeOf(source);
    const all = place && maps(place.layer);
    const map = place && all && network.numbersOf(maps, place.layer, place.unit);
    if (map) fillMap(canvas, image, map, coloursOf(network, place.layer, all), decimalsFor(magnitudeOf(all)));
  }
  for (const bar of findAll("svg.colour-bar")) fillBar(network, maps, bar);
  fillFacts(network, maps, unit);
}

/**
 * Range and zeros of the page's layer, and of its unit.
 * @param {LiveNetwork} network @param {Maps} maps @param {number | undefined} unit
 */
function fillFacts(network, maps, unit) {
  const { layer = "" } = document.body.dataset;
  const all = maps(layer);
  if (!all) return;
  const zeros = (/** @type {Float32Array} */ values) =>
    shareOf(values.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) / values.length);
  const own = unit === undefined ? undefined : network.numbersOf(maps, layer, unit);
  const put = (/** @type {string} */ place, /** @type {string} */ text) => findAll(place).forEach((one) => (one.textContent = text));
  put("[data-range]", rangeOf(all, decimalsFor(magnitudeOf(all))));
  put('[data-zeros], [data-zeros-of="layer"]', zeros(all));
  if (own) put('[data-zeros-of="unit"]', zeros(own));
}

/**
 * @param {HTMLCanvasElement} canvas @param {HTMLImageElement} image @param {Float32Array} map
 * @param {{ palette: string, minimum: number, maximum: number }} colours @param {number} decimals
 */
function fillMap(canvas, image, map, colours, decimals) {
  drawMap(canvas, map, Number(image.getAttribute("height")), Number(image.getAttribute("width")), colours);
  image.src = canvas.toDataURL();
  const [before, range] = [image.alt, rangeOf(map, decimals)];
  image.alt = before.replace(/([:：]).*$/, `$1 ${range}`);
  const view = image.closest(".map-view");
  const label = view?.getAttribute("aria-label");
  if (label) view?.setAttribute("aria-label", label.replace(before, image.alt));
  const said = find(":scope > .range, :scope > .legend", image.closest(".side, .result, a.map") ?? document.createElement("p"));
  if (said) said.textContent = range;
}

/** The numbers below a colour bar. @param {LiveNetwork} network @param {Maps} maps @param {Element} bar */
function fillBar(network, maps, bar) {
  const layer = (find("title", bar)?.id ?? "").replace(/^bar-/, "").replace(/-title$/, "");
  const values = maps(layer);
  if (!values || layer === network.input || network.givesProbabilities(layer)) return;
  const most = magnitudeOf(values);
  const [low, high] = [formatNumber(-most, decimalsFor(most)), formatNumber(most, decimalsFor(most))];
  const texts = findAll("text", bar);
  texts[0].textContent = low;
  texts[texts.length - 1].textContent = high;
  const range = find("desc", bar);
  if (range) range.textContent = `${low} … ${high}`;
}
