// A page opened from a file can neither fetch nor import, so numbers come as scripts that hand a base64 text to a registry.

/** @type {Map<string, Promise<Float32Array>>} */
const loadedNumbers = new Map();

/**
 * The numbers of one map, row by row.
 * @param {string} route such as `data/koala/conv_1_1/3-0a1b2c3d4e.js`
 * @returns {Promise<Float32Array>}
 */
function loadNumbers(route) {
  let numbers = loadedNumbers.get(route);
  if (!numbers) {
    numbers = loadPayload(route).then(joinPlanes);
    loadedNumbers.set(route, numbers);
  }
  return numbers;
}

/**
 * The bytes of any data file, unpacked.
 * @param {string} route
 * @returns {Promise<Uint8Array>}
 */
async function loadPayload(route) {
  const key = route.replace(/^data\//, "").replace(/-[0-9a-f]+\.js$/, "");
  await runScript(document.body.dataset.root + route);
  const registry = /** @type {any} */ (globalThis).convscopeData;
  const packed = Uint8Array.from(atob(registry[key]), (character) => character.charCodeAt(0));
  delete registry[key];
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {string} url @returns {Promise<void>} */
function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => { script.remove(); resolve(); };
    script.onerror = () => reject(new Error(`can't load ${url}`));
    document.head.append(script);
  });
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
