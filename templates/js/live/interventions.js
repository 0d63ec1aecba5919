/** @import { Graph, GraphLayer } from "./network.js" */

/**
 * A change to the network. Of a unit of a layer: it is switched off, one of its weights or its bias has another value, its kernel for one
 * of the maps that it reads is another, or its numbers are raised.
 * @typedef {{ kind: "unit-off", layer: string, unit: number }
 *   | { kind: "weight", layer: string, unit: number, index: number, value: number }
 *   | { kind: "bias", layer: string, unit: number, value: number }
 *   | { kind: "kernel", layer: string, unit: number, input: number, values: number[] }
 *   | { kind: "logit", layer: string, unit: number, by: number }} Intervention
 * index: among the unit's weights; input: the place among the maps that the unit reads; by: what is added
 */

/** @type {Record<string, (layer: GraphLayer, given: any) => boolean>} */
const FITS = {
  "unit-off": () => true,
  weight: (layer, { index, value }) => isIndex(index, layer.weights) && Number.isFinite(value),
  bias: (layer, { value }) => layer.hasBias && Number.isFinite(value),
  kernel: (layer, { input, values }) =>
    layer.kernel > 0 &&
    isIndex(input, layer.weights / layer.kernel) &&
    Array.isArray(values) &&
    values.length === layer.kernel &&
    values.every(Number.isFinite),
  logit: (_, { by }) => Number.isFinite(by),
};

/** Whether something, of whatever origin, is a change that a network allows. @param {Graph} graph @param {any} given */
export function isIntervention(graph, given) {
  const layer = graph.layers.find(({ id }) => id === given?.layer);
  return (
    layer !== undefined &&
    layer.isLive &&
    isIndex(given.unit, layer.shape[0]) &&
    Object.hasOwn(FITS, given.kind) &&
    FITS[given.kind](layer, given)
  );
}

/** @param {unknown} index @param {number} count */
function isIndex(index, count) {
  return Number.isInteger(index) && Number(index) >= 0 && Number(index) < count;
}

/**
 * A layer's description with its changed weights.
 * @param {any} op
 * @param {Intervention[]} changes
 */
export function changedDescription(op, changes) {
  const result = { ...op };
  const own = (/** @type {string} */ name) => (result[name] === op[name] ? (result[name] = op[name].slice()) : result[name]);
  const perUnit = (op.weights?.length ?? 0) / op.shape[0];
  for (const change of changes) {
    if (change.kind === "weight") own("weights")[change.unit * perUnit + change.index] = change.value;
    else if (change.kind === "bias") own("bias")[change.unit] = change.value;
    else if (change.kind === "kernel") own("weights").set(change.values, change.unit * perUnit + change.input * change.values.length);
  }
  return result;
}

/** Changes what a layer gave. @param {Float32Array} output @param {number[]} shape @param {Intervention[]} changes */
export function changeOutput(output, [, height, width], changes) {
  for (const change of changes) {
    const map = output.subarray(change.unit * height * width, (change.unit + 1) * height * width);
    if (change.kind === "unit-off") map.fill(0);
    else if (change.kind === "logit") map.forEach((value, i) => (map[i] = value + change.by));
  }
}
