/** @import { Forward, LayerDescription } from "../compute/layers/layer.js" */

/**
 * A layer of a packed network; `gives` is what its numbers are (`OutputKind`).
 * @typedef {{ id: string, kind: string, gives?: string, inputs: string[], shape: number[], op: LayerDescription }} NetworkLayer
 * @typedef {{ layers: NetworkLayer[], output: string }} Network
 *
 * A layer as pages see it: `isLive` where the engine computes it, and how many weights and kernels a unit has.
 * @typedef {{
 *   id: string, kind: string, gives?: string, inputs: string[], shape: number[], isLive: boolean, weights: number, kernel: number,
 *   hasBias: boolean,
 * }} GraphLayer
 *
 * @typedef {{ layers: GraphLayer[], output: string, stops: Array<{ layer: string, kind: string }> }} Graph stops: layers that nothing computes
 */

/**
 * Reads a packed network: the length of a text, the text (JSON) and all numbers in single precision, in planes of bytes.
 * @param {Uint8Array} bytes
 * @returns {Network}
 */
export function readNetwork(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const network = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const numbers = joinPlanes(bytes.subarray(4 + length));
  const layers = network.layers.map((/** @type {any} */ { id, kind, gives, inputs, shape, settings, tensors }) => {
    const named = Object.entries(tensors).map(([name, [start, count]]) => [name, numbers.subarray(start, start + count)]);
    return { id, kind, gives, inputs, shape, op: { ...settings, shape, ...Object.fromEntries(named) } };
  });
  return { layers, output: network.output };
}

/** The four bytes of each value lie in planes of their own, which compresses better. @param {Uint8Array} planes */
export function joinPlanes(planes) {
  const count = planes.length / 4;
  const bytes = new Uint8Array(planes.length);
  for (let plane = 0; plane < 4; plane++) {
    for (let i = 0; i < count; i++) bytes[i * 4 + plane] = planes[plane * count + i];
  }
  return new Float32Array(bytes.buffer);
}

/**
 * What pages know of a network: a layer is live where all that it reads is, and something computes it.
 * @param {Network} network
 * @param {Record<string, Forward>} forwards by kind
 * @returns {Graph}
 */
export function graphOf({ layers, output }, forwards) {
  /** @type {Set<string>} */
  const live = new Set();
  const stops = [];
  for (const { id, kind, inputs, op } of layers) {
    const isComputed = inputs.length === 0 || forwardOf(kind, op, forwards) !== undefined;
    if (!isComputed) stops.push({ layer: id, kind });
    else if (inputs.every((input) => live.has(input))) live.add(id);
  }
  const told = layers.map(({ id, kind, gives, inputs, shape, op }) => ({
    id,
    kind,
    gives,
    inputs,
    shape,
    isLive: live.has(id),
    weights: (op.weights?.length ?? 0) / shape[0],
    kernel: op.weights && op.window ? op.window.kernel[0] * op.window.kernel[1] : 0,
    hasBias: op.bias instanceof Float32Array,
  }));
  return { layers: told, output, stops };
}

/** What computes an operator: its own module, or of a function of one number the one for all of them. @param {string} kind @param {any} op @param {Record<string, Forward>} forwards @returns {Forward | undefined} */
export function forwardOf(kind, op, forwards) {
  return forwards[kind] ?? (op.formula ? forwards.default : undefined);
}
