// Tells a picture's format by its first bytes, whatever the file is called.

/** @param {Uint8Array} bytes @param {string} text ASCII @param {number} [at] */
export function startsWith(bytes, text, at = 0) {
  if (bytes.length < at + text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/**
 * The format of a picture that can be read: `JPEG`, `PNG` or `WebP`; null for anything else.
 * @param {Uint8Array} bytes
 * @returns {"JPEG" | "PNG" | "WebP" | null}
 */
export function formatOf(bytes) {
  if (startsWith(bytes, "\xff\xd8\xff")) return "JPEG";
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return "PNG";
  return startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8) ? "WebP" : null;
}

/** What other files begin with, by name; of the family of MPEG-4, what stands behind `ftyp`. */
const BRANDS = [
  ["avi", "AVIF"],
  ["hei", "HEIC"],
  ["hev", "HEIC"],
  ["mif1", "HEIC"],
  ["msf1", "HEIC"],
];
const STARTS = [
  ["%PDF", "PDF"],
  ["GIF8", "GIF"],
  ["BM", "BMP"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["8BPS", "Photoshop"],
  ["<svg", "SVG"],
  ["PK\x03\x04", "ZIP"],
];

/** What a file is that can't be read, by name, or null where that isn't known. @param {Uint8Array} bytes */
export function otherFormatOf(bytes) {
  const brand = startsWith(bytes, "ftyp", 4) ? BRANDS.find(([text]) => startsWith(bytes, text, 8)) : undefined;
  return (brand ?? STARTS.find(([start]) => startsWith(bytes, start)))?.[1] ?? null;
}

const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/**
 * Whether a JPEG goes on to its end marker (ITU-T T.81, annex B): a progressive one that is cut short decodes, only blurred.
 * @param {Uint8Array} bytes
 */
export function isWholeJpeg(bytes) {
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END_OF_IMAGE) return true;
    at += 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    if (marker === START_OF_SCAN) at = endOfScan(bytes, at);
  }
  return at + 2 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] === END_OF_IMAGE;
}

/**
 * The next marker after a scan's data, in which 0xFF is followed by 0 or by a restart marker.
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function endOfScan(bytes, at) {
  for (; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1];
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
