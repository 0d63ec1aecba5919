// A small picture as a text for an address: `1.64.64.<base64url>`. What comes back is checked strictly, for anybody can write an address.

/** @typedef {import("../paint/brush.js").Board} Board */

/** The longest text of a picture that an address carries; a larger picture stays in the tab. */
export const MOST_LETTERS = 16384;

const VERSION = "1";
const FORM = /^1\.([1-9]\d{0,3})\.([1-9]\d{0,3})\.([A-Za-z0-9_-]+)$/;

/** Each byte as its difference from the pixel to the left, colours less green, which makes what is alike small. @param {Board} board */
function differences({ width, rgb }) {
  const result = new Uint8Array(rgb.length);
  const pixels = rgb.length / 3;
  for (let i = 0; i < pixels; i++) {
    const before = i % width > 0 ? i - 1 : i >= width ? i - width : -1;
    const step = (/** @type {number} */ channel) => rgb[i * 3 + channel] - (before < 0 ? 0 : rgb[before * 3 + channel]);
    result[i] = step(1);
    result[pixels + i] = step(0) - step(1);
    result[2 * pixels + i] = step(2) - step(1);
  }
  return result;
}

/** @param {Uint8Array} planes @param {number} width */
function joinDifferences(planes, width) {
  const pixels = planes.length / 3;
  const rgb = new Uint8Array(planes.length);
  for (let i = 0; i < pixels; i++) {
    const before = i % width > 0 ? i - 1 : i >= width ? i - width : -1;
    const green = planes[i];
    [planes[pixels + i] + green, green, planes[2 * pixels + i] + green].forEach((step, channel) => {
      rgb[i * 3 + channel] = step + (before < 0 ? 0 : rgb[before * 3 + channel]);
    });
  }
  return rgb;
}

/**
 * @param {Uint8Array} bytes @param {CompressionStream | DecompressionStream} through
 * @param {number} most more bytes than this are an error
 */
async function pass(bytes, through, most) {
  const reader = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream().pipeThrough(through).getReader();
  const result = new Uint8Array(most);
  let length = 0;
  for (;;) {
    const { value } = await reader.read();
    if (!value) return result.subarray(0, length);
    if (length + value.length > most) {
      await reader.cancel();
      throw new RangeError("too long");
    }
    result.set(value, length);
    length += value.length;
  }
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** @param {string} text */
function toBytes(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

/**
 * A picture as a text, or null where that would be longer than an address carries.
 * @param {Board} board
 * @returns {Promise<string | null>}
 */
export async function packBoard(board) {
  const planes = differences(board);
  const packed = await pass(planes, new CompressionStream("deflate-raw"), planes.length + 1024);
  const text = [VERSION, board.width, board.height, toText(packed)].join(".");
  return text.length <= MOST_LETTERS ? text : null;
}

/**
 * The picture of a text.
 * @param {string} text
 * @param {number} width of the network's input @param {number} height
 * @returns {Promise<Board | "damaged" | "other-size">}
 */
export async function unpackBoard(text, width, height) {
  const parts = text.length <= MOST_LETTERS ? FORM.exec(text) : null;
  if (!parts) return "damaged";
  if (Number(parts[1]) !== width || Number(parts[2]) !== height) return "other-size";
  try {
    const planes = await pass(toBytes(parts[3]), new DecompressionStream("deflate-raw"), width * height * 3);
    return planes.length === width * height * 3 ? { width, height, rgb: joinDifferences(planes, width) } : "damaged";
  } catch {
    return "damaged";
  }
}
