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
function coloursOf(network, layer, values) {
  if (layer === network.input) return { palette: "grey", ...network.inputRange };
  if (network.givesProbabilities(layer)) return { palette: "probability", minimum: 0, maximum: 1 };
  const most = magnitudeOf(values) || 1;
  return { palette: "diverging", minimum: -most, maximum: most };
}

/**
 * @param {LiveNetwork} network @param {Maps} maps
 * @param {(route: string) => { layer: string, unit: number } | null} placeOf
 * @param {Board} seen
 */
export function fillMaps(network, maps, placeOf, seen) {
  const canvas = document.createElement("canvas");
  for (const image of /** @type {HTMLImageElement[]} */ (findAll("main img"))) {
    const source = image.getAttribute("src") ?? "";
    if (/\/pictures\/[^/]+\/seen-[0-9a-f]+\.png$/.test(source)) {
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
  const all = maps(document.body.dataset.layer ?? "");
  const [range, zeros] = [find("[data-range]"), find("[data-zeros]")];
  if (!all || !range || !zeros) return;
  range.textContent = rangeOf(all, decimalsFor(magnitudeOf(all)));
  zeros.textContent = shareOf(all.reduce((count, value) => count + (value === 0 ? 1 : 0), 0) / all.length);
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
  view?.setAttribute("aria-label", (view.getAttribute("aria-label") ?? "").replace(before, image.alt));
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
