// The script that a page loads when it is given the file of a picture: decoding, and the model's own recipe.

import { decodePicture } from "./live/recipe/decode.js";
import { PictureError } from "./live/recipe/refusal.js";
import { resize } from "./live/recipe/resize.js";

/** @typedef {import("./live/paint/brush.js").Board} Board */
/** @typedef {import("./live/recipe/placement.js").Recipe} Recipe */

/**
 * A file as the network sees it, or the words' key and values that say why not.
 * @param {Blob} file @param {Recipe} recipe
 * @returns {Promise<Board | { key: string, values: Array<string | number> }>}
 */
async function readPicture(file, recipe) {
  try {
    const picture = await decodePicture(file, recipe.orientation);
    return { width: recipe.shape[2], height: recipe.shape[1], rgb: resize(picture, recipe) };
  } catch (error) {
    if (error instanceof PictureError) return { key: error.key, values: error.values };
    throw error;
  }
}

/** @type {any} */ (globalThis).convscopeReader = readPicture;
