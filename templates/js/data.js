// A page opened from a file can neither fetch nor import, so numbers come as scripts that hand a base64 text to a registry.

import { wordOf } from "./words.js";

/** @type {Map<string, Promise<Float32Array>>} */
const loadedNumbers = new Map();

/**
 * The numbers of one map, row by row.
 * @param {string} route such as `data/koala/conv_1_1/3-0a1b2c3d4e.js`
 * @returns {Promise<Float32Array>}
 */
export function loadNumbers(route) {
  const live = /** @type {any} */ (globalThis).convscopeNumbers?.(route);
  if (live) return Promise.resolve(live);
  let numbers = loadedNumbers.get(route);
  if (!numbers) {
    numbers = loadText(route).then(readNumbers);
    loadedNumbers.set(route, numbers);
  }
  return numbers;
}

/**
 * A whole layer of the reader's own picture, where the page shows that one: its numbers, and its operator as the engine knows it.
 * @param {string} layer
 * @returns {(import("./compute/layers/layer.js").LayerInput & { op: any }) | undefined} undefined where the page shows what was recorded
 */
export function liveLayer(layer) {
  return /** @type {any} */ (globalThis).convscopeLayer?.(layer);
}

/**
 * The bytes of a data file that holds no numbers of a map, unpacked.
 * @param {string} route
 * @returns {Promise<Uint8Array>}
 */
export async function loadPayload(route) {
  return unpack(await loadText(route));
}

/** What a data file handed over, which is then forgotten. @param {string} route @returns {Promise<string>} */
export async function loadText(route) {
  const key = route.replace(/^data\//, "").replace(/-[0-9a-f]+\.js$/, "");
  await runScript(document.body.dataset.root + route);
  const registry = /** @type {any} */ (globalThis).convscopeData;
  const text = registry[key];
  delete registry[key];
  return text;
}

/** @param {string} base64 @returns {Promise<Uint8Array>} */
async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {string} url @returns {Promise<void>} */
export function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => reject(new Error(wordOf("cant_load", url)));
    document.head.append(script);
  });
}

/** A word before a comma names another form than byte planes. @param {string} text @returns {Promise<Float32Array>} */
async function readNumbers(text) {
  const comma = text.indexOf(",");
  const bytes = await unpack(text.slice(comma + 1));
  return comma < 0 ? joinPlanes(bytes) : joinIndices(bytes);
}

/**
 * A byte a cell: how many different values there are, less one; those values; and then of each cell which of them it has, as the
 * difference from the cell before.
 * @param {Uint8Array} bytes
 */
function joinIndices(bytes) {
  const start = 1 + (bytes[0] + 1) * 4;
  const values = new Float32Array(bytes.slice(1, start).buffer);
  const map = new Float32Array(bytes.length - start);
  let place = 0;
  for (let i = 0; i < map.length; i++) {
    place = (place + bytes[start + i]) & 255;
    map[i] = values[place];
  }
  return map;
}

/** The four bytes of each value lie in planes of their own, which compresses better. @param {Uint8Array} planes */
function joinPlanes(planes) {
  const count = planes.length / 4;
  const bytes = new Uint8Array(planes.length);
  for (let i = 0; i < count; i++) {
    for (let plane = 0; plane < 4; plane++) bytes[i * 4 + plane] = planes[plane * count + i];
  }
  return new Float32Array(bytes.buffer);
}
