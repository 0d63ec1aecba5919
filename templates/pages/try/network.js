// The overview, drawn from the maps of a live picture: every tile, every legend, in the same markup as a recorded one.
import { find, findAll, make } from "../../js/dom.js";
import { paletteOf } from "../../js/colours.js";
import { decimalsFor, formatNumber, shortNumber } from "../../js/compute/numbers.js";
import { shareOf } from "../../js/live/share.js";
import { wordOf } from "../../js/words.js";
import { showLikeliest } from "./likeliest.js";

/** @typedef {import("../../js/live/live-network.js").Maps} Maps */

/**
 * A unit's place: of a map its canvas and pixels, which are written anew each time.
 * @typedef {{ link: HTMLElement, unit: number, canvas?: HTMLCanvasElement, context?: CanvasRenderingContext2D, picture?: ImageData, pixels?: Uint32Array }} Tile
 */

/**
 * A layer of the overview.
 * @typedef {{
 *   id: string, section: HTMLElement, module: string, palette: string, size: number, low: number, high: number, tiles: Tile[],
 * }} Column
 */

const SHADES = 1024;

/** A palette as 1,024 colours of four bytes, ready to be written. @type {Map<string, Uint32Array>} */
const shades = new Map();

/** @param {string} name */
function shadesOf(name) {
  let colours = shades.get(name);
  if (!colours) {
    const palette = paletteOf(name);
    colours = Uint32Array.from({ length: SHADES }, (_, i) => {
      const place = (i / (SHADES - 1)) * (palette.length - 1);
      const low = Math.min(palette.length - 2, Math.floor(place));
      const [red, green, blue] = palette[low].map((channel, c) => Math.round(channel + (palette[low + 1][c] - channel) * (place - low)));
      return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    });
    shades.set(name, colours);
  }
  return colours;
}

/** Puts a canvas in the place of each recorded map. @param {HTMLElement} link @returns {Tile} */
function readTile(link) {
  const unit = Number((link.dataset.unit ?? "").slice((link.dataset.unit ?? "").lastIndexOf("/") + 1));
  const image = /** @type {HTMLImageElement | null} */ (find("img.tile", link));
  if (!image) return { link, unit };
  const [width, height] = [Number(image.getAttribute("width")), Number(image.getAttribute("height"))];
  const attributes = { class: "tile", width, height, role: "img", "aria-label": image.alt };
  const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", attributes));
  image.replaceWith(canvas);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false, willReadFrequently: true }));
  const picture = context.createImageData(width, height);
  return { link, unit, canvas, context, picture, pixels: new Uint32Array(picture.data.buffer) };
}

/** The columns of the overview. What is said of the recorded picture's true label goes. @param {HTMLElement} root @returns {Column[]} */
export function readColumns(root) {
  for (const mark of findAll(".name b, .bars-note", root)) mark.remove();
  return findAll("[data-layer]", root).map((section) => {
    const tiles = findAll("[data-unit]", section)
      .filter((link) => !find(".whole", link))
      .map(readTile);
    const low = Number(find(".legend .low", section)?.getAttribute("value") ?? 0);
    return {
      id: section.dataset.layer ?? "",
      section,
      module: section.dataset.module ?? "",
      palette: section.dataset.palette ?? "diverging",
      low,
      high: Number(section.dataset.high),
      tiles,
      size: tiles[0]?.pixels?.length ?? 1,
    };
  });
}

/**
 * Draws a tile in the colours from `low` to `high`.
 * @param {Tile} tile @param {Column} column @param {Float32Array} values @param {number} low @param {number} high
 */
function drawTile(tile, column, values, low, high) {
  const colours = shadesOf(column.palette);
  const factor = (SHADES - 1) / (high - low || 1);
  const shade = (/** @type {number} */ value) => colours[Math.min(SHADES - 1, Math.max(0, Math.round((value - low) * factor)))];
  const start = tile.unit * column.size;
  const { context, picture, pixels } = tile;
  if (context && picture && pixels) {
    for (let i = 0; i < pixels.length; i++) pixels[i] = shade(values[start + i]);
    context.putImageData(picture, 0, 0);
    return;
  }
  const colour = shade(values[start]);
  find(".tile", tile.link)?.style.setProperty("--c", `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`);
  const share = find(".share", tile.link);
  const isShare = column.palette === "probability";
  if (share) share.textContent = isShare ? shareOf(values[start]) : formatNumber(values[start], decimalsFor(column.high));
  find(".bar i", tile.link)?.style.setProperty("width", `${Math.round(Math.min(1, Math.max(0, values[start])) * 1000) / 10}%`);
}

/** The largest magnitude from one place to another. @param {Float32Array} values */
function magnitudeOf(values, from = 0, to = values.length) {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/** The class with the largest share is set apart. @param {Column} column @param {Float32Array} values */
function markTop({ section, tiles }, values) {
  if (!section.classList.contains("bars")) return;
  const top = tiles.reduce((best, tile) => (values[tile.unit] > values[best.unit] ? tile : best), tiles[0]);
  for (const tile of tiles) tile.link.classList.toggle("top", tile === top && !section.classList.contains("numbers"));
}

/** What the colours of a layer stand for; null where each map has its own. @param {HTMLElement | null} ends @param {number | null} high */
function showEnds(ends, high) {
  const data = ends && find(".high", ends);
  if (!ends) return;
  if (high === null) ends.textContent = wordOf("own_scale");
  else if (!data) ends.replaceChildren("±", make("data", { class: "high", value: high }, shortNumber(high)));
  else {
    data.setAttribute("value", String(high));
    data.textContent = shortNumber(high);
  }
}

/**
 * Draws the signed maps of a layer.
 * @param {Column} column
 * @param {Float32Array} values
 * @param {number} high
 * @param {boolean} isOwn each map by itself
 */
function drawSigned(column, values, high, isOwn) {
  showEnds(find(".legend .ends", column.section), isOwn && column.size > 1 ? null : high);
  for (const tile of column.tiles) {
    const start = tile.unit * column.size;
    const most = isOwn && column.size > 1 ? magnitudeOf(values, start, start + column.size) || 1 : high;
    tile.link.dataset.high = String(most);
    drawTile(tile, column, values, -most, most);
  }
}

/**
 * Draws every map.
 * @param {Column[]} columns
 * @param {Maps} maps
 * @param {string} scale whose range the colours have: `unit`, `layer`, `module`, `network`
 * @param {import("./whatif.js").Output} output
 */
export function drawColumns(columns, maps, scale, output) {
  const signed = columns.filter((column) => column.palette === "diverging");
  for (const column of signed) {
    column.high = magnitudeOf(maps(column.id) ?? new Float32Array(1));
    column.section.dataset.high = String(column.high);
  }
  const highOf = (/** @type {Column} */ { high, module }) =>
    Math.max(
      high,
      ...signed
        .filter((other) => scale === "network" || (scale === "module" && module !== "" && other.module === module))
        .map((other) => other.high),
    );
  for (const column of columns) {
    const values = maps(column.id);
    column.section.classList.toggle("is-still", !values);
    if (!values || column.tiles.length === 0 || column.section.closest("details:not([open])")) continue;
    showLikeliest(column, values, output);
    if (column.palette === "diverging") drawSigned(column, values, highOf(column), scale === "unit");
    else for (const tile of column.tiles) drawTile(tile, column, values, column.low, column.high);
    markTop(column, values);
  }
}

/**
 * Says of every map what it shows, once the picture rests: its range, and where it is strongest.
 * @param {Column[]} columns
 * @param {Maps} maps
 * @param {(layer: string) => string} nameOf
 */
export function sayColumns(columns, maps, nameOf) {
  for (const column of columns) {
    if (column.tiles.length === 0) continue;
    const values = maps(column.id);
    if (!values) continue;
    const decimals = decimalsFor(Number(column.section.dataset.high));
    for (const { canvas, link, unit } of column.tiles) {
      const map = values.subarray(unit * column.size, (unit + 1) * column.size);
      let [least, most] = [Infinity, -Infinity];
      for (const value of map) [least, most] = [value < least ? value : least, value > most ? value : most];
      const own = find(".name", link)?.textContent;
      const name = own ? wordOf("live_unit_named", nameOf(column.id), own) : wordOf("live_unit_of", nameOf(column.id), unit);
      const [low, high] = [formatNumber(least, decimals), formatNumber(most, decimals)];
      const range = least === most ? low : wordOf("live_from_to", low, high);
      if (canvas) canvas.setAttribute("aria-label", wordOf("live_said", name, range));
      else link.dataset.words = wordOf("live_said", name, range);
    }
  }
}
