// The orientation that a camera noted (Exif 3.0, tag 0x0112), read here because browsers heed it in some formats and not in others.
import { formatOf, startsWith } from "./format.js";

const TAG = 0x0112;
const [SHORT, LONG, ENTRY] = [3, 4, 12];

/** A part of a file. @typedef {{ start: number, end: number }} Part */

/**
 * So many bytes from a place on, or as many as there are: lengths in a file may say anything.
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} length
 */
function cut(bytes, start, length) {
  const from = Math.min(start, bytes.length);
  return { start: from, end: Math.min(bytes.length, from + Math.max(0, length)) };
}

/** @param {Uint8Array} bytes @returns {DataView} */
function viewOf(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @param {Uint8Array} bytes @returns {Part | null} */
function ofJpeg(bytes) {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1];
    if (marker === 0xff) at++;
    else if (marker === 0xda) return null;
    else {
      const body = cut(bytes, at + 4, viewOf(bytes).getUint16(at + 2) - 2);
      if (marker === 0xe1 && startsWith(bytes, "Exif\0\0", body.start)) return body;
      at += 4 + body.end - body.start;
    }
  }
  return null;
}

/** @param {Uint8Array} bytes @returns {Part | null} */
function ofPng(bytes) {
  for (let at = 8; at + 12 <= bytes.length;) {
    const body = cut(bytes, at + 8, viewOf(bytes).getUint32(at));
    if (startsWith(bytes, "eXIf", at + 4)) return body;
    at += 12 + body.end - body.start;
  }
  return null;
}

/** @param {Uint8Array} bytes @returns {Part | null} */
function ofWebP(bytes) {
  for (let at = 12; at + 8 <= bytes.length;) {
    const body = cut(bytes, at + 8, viewOf(bytes).getUint32(at + 4, true));
    if (startsWith(bytes, "EXIF", at)) return body;
    const length = body.end - body.start;
    at += 8 + length + (length % 2);
  }
  return null;
}

/** Where the file notes it. @param {Uint8Array} bytes @returns {Part | null} */
function exifOf(bytes) {
  const format = formatOf(bytes);
  const part = format === "JPEG" ? ofJpeg(bytes) : format === "PNG" ? ofPng(bytes) : format === "WebP" ? ofWebP(bytes) : null;
  return part && startsWith(bytes, "Exif\0\0", part.start) ? { start: part.start + 6, end: part.end } : part;
}

/** The tag's value in the first directory, and where it stands. @param {Uint8Array} bytes @param {Part} part */
function entryOf(bytes, part) {
  const tiff = bytes.subarray(part.start, part.end);
  const isLittle = startsWith(tiff, "II");
  if (tiff.length < 8 || (!isLittle && !startsWith(tiff, "MM"))) return null;
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return null;
  let entries = view.getUint16(directory, isLittle);
  for (let at = directory + 2; entries > 0 && at + ENTRY <= tiff.length; at += ENTRY, entries--) {
    if (view.getUint16(at, isLittle) !== TAG) continue;
    const type = view.getUint16(at + 2, isLittle);
    const value = type === SHORT ? view.getUint16(at + 8, isLittle) : type === LONG ? view.getUint32(at + 8, isLittle) : 0;
    return { value, at: part.start + at };
  }
  return null;
}

/** The orientation that a picture's file notes, 1 to 8; 1 is upright, or none. @param {Uint8Array} bytes @returns {number} */
export function orientationOf(bytes) {
  const part = exifOf(bytes);
  const value = part ? (entryOf(bytes, part)?.value ?? 1) : 1;
  return value >= 1 && value <= 8 ? value : 1;
}

/**
 * The same file with nothing noted, so that no browser turns it. The tag's name is made unknown; a PNG's chunk, which has a checksum,
 * becomes another.
 * @param {Uint8Array} bytes
 */
export function withoutOrientation(bytes) {
  const part = exifOf(bytes);
  const entry = part && entryOf(bytes, part);
  if (!part || !entry) return bytes;
  if (formatOf(bytes) === "PNG") return withoutChunk(bytes, ofPng(bytes) ?? part);
  const copy = bytes.slice();
  copy.fill(0, entry.at, entry.at + 2);
  return copy;
}

/** @param {Uint8Array} bytes @param {Part} body */
function withoutChunk(bytes, body) {
  const copy = new Uint8Array(bytes.length - (body.end - body.start) - 12);
  copy.set(bytes.subarray(0, body.start - 8));
  copy.set(bytes.subarray(body.end + 4), body.start - 8);
  return copy;
}

/**
 * Where an upright pixel is stored.
 * @param {number} x
 * @param {number} y
 * @param {number} right last column that is stored
 * @param {number} bottom last row
 * @param {number} orientation
 */
function storedAt(x, y, right, bottom, orientation) {
  switch (orientation) {
    case 2:
      return [right - x, y];
    case 3:
      return [right - x, bottom - y];
    case 4:
      return [x, bottom - y];
    case 5:
      return [y, x];
    case 6:
      return [y, bottom - x];
    case 7:
      return [right - y, bottom - x];
    case 8:
      return [right - y, x];
    default:
      return [x, y];
  }
}

/**
 * Turns a picture upright.
 * @param {import("./resize.js").Picture} picture as it is stored
 * @param {number} orientation 1 to 8
 * @returns {import("./resize.js").Picture}
 */
export function upright(picture, orientation) {
  if (orientation === 1) return picture;
  const [width, height] = orientation >= 5 ? [picture.height, picture.width] : [picture.width, picture.height];
  const from = new Uint32Array(picture.rgba.buffer, picture.rgba.byteOffset, picture.width * picture.height);
  const to = new Uint32Array(from.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [column, row] = storedAt(x, y, picture.width - 1, picture.height - 1, orientation);
      to[y * width + x] = from[row * picture.width + column];
    }
  }
  return { width, height, rgba: new Uint8ClampedArray(to.buffer) };
}
