// Brings a picture to the size that a network reads, by a recipe; the twin of the generator's `PictureResizer`: the same bytes.
import { areas, scaleAreas, usual } from "./area.js";
import { scaleNearest } from "./nearest.js";
import { linear, scaleOpenCv, share } from "./opencv.js";
import { BICUBIC, BILINEAR, scalePillow } from "./pillow.js";
import { placementOf } from "./placement.js";

/**
 * Red, green, blue and straight alpha of every pixel, row by row.
 * @typedef {{ width: number, height: number, rgba: Uint8ClampedArray }} Picture
 */

/** @typedef {import("./placement.js").Recipe} Recipe */

/** One channel of a colour. @param {number} colour 0xRRGGBB @param {number} channel */
export function channelOf(colour, channel) {
  return (colour >> (16 - 8 * channel)) & 255;
}

/**
 * The rows of a part of a picture, opaque: laid over a background, or with the transparency left out.
 * @param {Picture} picture @param {import("./placement.js").Placement} place @param {Recipe} recipe
 * @returns {import("./axis.js").Rows}
 */
function flatRows(picture, place, recipe) {
  const flat = new Uint8Array(place.takenWidth * 3);
  const behind = [0, 1, 2].map((channel) => channelOf(recipe.background, channel));
  const read = (/** @type {number} */ row) => {
    let from = ((place.top + row) * picture.width + place.left) * 4;
    for (let at = 0; at < flat.length; at += 3, from += 4) {
      const opacity = recipe.alpha === "ignore" ? 255 : picture.rgba[from + 3];
      for (let channel = 0; channel < 3; channel++) {
        flat[at + channel] = Math.floor((picture.rgba[from + channel] * opacity + behind[channel] * (255 - opacity) + 127) / 255);
      }
    }
    return flat;
  };
  return { width: place.takenWidth, height: place.takenHeight, read };
}

/**
 * @param {import("./axis.js").Rows} rows @param {import("./axis.js").Axis} columns @param {import("./axis.js").Axis} lines
 * @param {Recipe["filter"]} filter
 */
function scale(rows, columns, lines, filter) {
  switch (filter) {
    case "area":
      return columns.count < columns.size || lines.count < lines.size
        ? scaleOpenCv(rows, columns, lines, share)
        : scaleAreas(rows, areas(columns), areas(lines));
    case "bilinear":
      return scalePillow(rows, columns, lines, BILINEAR);
    case "bicubic":
      return scalePillow(rows, columns, lines, BICUBIC);
    case "bilinear-plain":
      return scaleOpenCv(rows, columns, lines, linear);
    case "nearest":
      return scaleNearest(rows, columns, lines);
    default:
      return scaleAreas(rows, usual(columns), usual(lines));
  }
}

/**
 * Makes a picture opaque, scales it and cuts it.
 * @param {Picture} picture
 * @param {Recipe} recipe
 * @returns {Uint8Array} red, green, blue of every pixel of the input, row by row
 */
export function resize(picture, recipe) {
  const [, height, width] = recipe.shape;
  const place = placementOf(picture.width, picture.height, recipe);
  const columns = { count: place.takenWidth, size: place.width, from: Math.max(0, -place.x), to: Math.min(place.width, width - place.x) };
  const lines = { count: place.takenHeight, size: place.height, from: Math.max(0, -place.y), to: Math.min(place.height, height - place.y) };
  const scaled = scale(flatRows(picture, place, recipe), columns, lines, recipe.filter);
  const [ownWidth, ownHeight] = [columns.to - columns.from, lines.to - lines.from];
  if (ownWidth === width && ownHeight === height) return scaled;
  const around = recipe.resize.mode === "contain" ? recipe.background : 0;
  const output = Uint8Array.from({ length: width * height * 3 }, (_, i) => channelOf(around, i % 3));
  const [left, top] = [Math.max(0, place.x), Math.max(0, place.y)];
  for (let y = 0; y < ownHeight; y++) output.set(scaled.subarray(y * ownWidth * 3, (y + 1) * ownWidth * 3), ((top + y) * width + left) * 3);
  return output;
}

/**
 * How opaque each pixel of the resized picture is, 0 to 255; what a contained picture leaves free is see-through.
 * @param {Picture} picture
 * @param {Recipe} recipe
 * @returns {Uint8Array}
 */
export function resizeAlpha(picture, recipe) {
  const rgba = new Uint8ClampedArray(picture.rgba.length);
  for (let i = 0; i < rgba.length; i += 4) {
    rgba.fill(picture.rgba[i + 3], i, i + 3);
    rgba[i + 3] = 255;
  }
  const rgb = resize({ ...picture, rgba }, { ...recipe, background: 0 });
  return rgb.filter((_, i) => i % 3 === 0);
}
