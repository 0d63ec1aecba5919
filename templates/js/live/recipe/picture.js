import { resize, resizeAlpha } from "./resize.js";
import { tensorFrom } from "./tensor.js";

/** @typedef {import("./placement.js").Recipe} Recipe */

/**
 * Brings a picture to the input's size, and makes its numbers.
 * @param {import("./resize.js").Picture} picture upright, or as stored where the recipe ignores orientation
 * @param {Recipe} recipe
 * @returns {{ seen: Uint8Array, tensor: Float32Array }} `seen`: red, green, blue as the network sees it
 */
export function tensorOf(picture, recipe) {
  const seen = resize(picture, recipe);
  const alpha = recipe.sources.includes("alpha") ? resizeAlpha(picture, recipe) : new Uint8Array(0);
  return { seen, tensor: tensorFrom(seen, alpha, recipe) };
}
