// Reads a picture's pixels as they are stored: no colour profile is applied, nothing is turned, so that they are the generator's.
import { PictureError } from "./refusal.js";
import { formatOf, isWholeJpeg, otherFormatOf } from "./format.js";
import { orientationOf, upright, withoutOrientation } from "./orientation.js";

/** Most bytes and pixels, as the generator's. */
export const MOST_BYTES = 64e6;
export const MOST_PIXELS = 64e6;

/** @typedef {import("./resize.js").Picture} Picture */

/**
 * Decodes a JPEG, PNG or WebP.
 * @param {Blob} file
 * @param {"apply" | "ignore"} orientation what is done with the orientation that it notes
 * @returns {Promise<Picture>}
 * @throws {PictureError}
 */
export async function decodePicture(file, orientation) {
  if (file.size > MOST_BYTES) throw new PictureError("live_too_many_bytes", Math.round(file.size / 1e6), MOST_BYTES / 1e6);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new PictureError("live_empty_file");
  const format = formatOf(bytes);
  if (!format) throw refusal(bytes);
  if (format === "JPEG" && !isWholeJpeg(bytes)) throw new PictureError("live_cut_short", format);
  const picture = await pixelsOf(withoutOrientation(bytes), format);
  return orientation === "apply" ? upright(picture, orientationOf(bytes)) : picture;
}

/** @param {Uint8Array} bytes */
function refusal(bytes) {
  const other = otherFormatOf(bytes);
  return other ? new PictureError("live_other_format", other) : new PictureError("live_no_picture");
}

/** @param {Uint8Array} bytes @param {"JPEG" | "PNG" | "WebP"} format @returns {Promise<Picture>} */
async function pixelsOf(bytes, format) {
  const blob = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: `image/${format.toLowerCase()}` });
  /** @type {ImageBitmap} */
  let bitmap;
  try {
    bitmap = await createImageBitmap(blob, { colorSpaceConversion: "none", premultiplyAlpha: "none" });
  } catch {
    throw new PictureError("live_damaged", format);
  }
  const { width, height } = bitmap;
  try {
    if (width * height > MOST_PIXELS) throw new PictureError("live_too_many_pixels", width, height, MOST_PIXELS / 1e6);
    return { width, height, rgba: readBitmap(bitmap) };
  } finally {
    bitmap.close();
  }
}

/** @param {ImageBitmap} bitmap */
function readBitmap(bitmap) {
  const pixels = readThrough(bitmap, {});
  for (let i = 3; i < pixels.length; i += 4) {
    // Bytes multiplied by their opacity lose a see-through pixel's colour; half precision keeps it.
    if (pixels[i] !== 255) return readThrough(bitmap, { colorType: "float16" });
  }
  return pixels;
}

/** @param {ImageBitmap} bitmap @param {object} settings of the canvas that it is drawn on */
function readThrough(bitmap, settings) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  const context = /** @type {CanvasRenderingContext2D | null} */ (canvas.getContext("2d", { willReadFrequently: true, ...settings }));
  if (!context) throw new PictureError("live_no_memory");
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  [canvas.width, canvas.height] = [0, 0];
  return data;
}
