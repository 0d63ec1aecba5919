import { changedDescription, changeOutput } from "./interventions.js";
import { forwardOf, graphOf } from "./network.js";

/** @import { Forward } from "../compute/layers/layer.js" */
/** @import { Intervention } from "./interventions.js" */
/** @import { Network, NetworkLayer } from "./network.js" */

/**
 * A network that remembers what its layers gave, and works out again only what a change reaches.
 * @param {Network} network
 * @param {Record<string, Forward>} forwards by kind
 */
export function passOf(network, forwards) {
  const graph = graphOf(network, forwards);
  const layers = network.layers.filter((_, i) => graph.layers[i].isLive);
  /** @type {Map<string, Float32Array>} */
  const outputs = new Map();
  /** @type {Map<string, string>} */
  const changed = new Map();
  const stale = new Set(layers.map(({ id }) => id));
  /** @type {Float32Array | null} */
  let picture = null;

  /**
   * Runs layer after layer; between two it may be left for good, and the next run goes on from there.
   * @param {Float32Array} tensor the prepared picture
   * @param {Intervention[]} interventions
   */
  function* run(tensor, interventions) {
    if (!picture || tensor.some((value, i) => value !== /** @type {Float32Array} */ (picture)[i])) stale.add(layers[0].id);
    picture = tensor;
    for (const { id, inputs } of layers) {
      const own = JSON.stringify(interventions.filter(({ layer }) => layer === id));
      if (own !== (changed.get(id) ?? "[]") || inputs.some((input) => stale.has(input))) stale.add(id);
      changed.set(id, own);
    }
    let done = 0;
    for (const layer of layers) {
      done++;
      if (!stale.has(layer.id)) continue;
      const output = give(
        layer,
        tensor,
        interventions.filter((change) => change.layer === layer.id),
      );
      outputs.set(layer.id, output);
      stale.delete(layer.id);
      yield { layer: layer.id, output, done, of: layers.length };
    }
  }

  /** @param {NetworkLayer} layer @param {Float32Array} tensor @param {Intervention[]} changes */
  function give({ kind, inputs, shape, op }, tensor, changes) {
    const read = inputs.map((id) => ({ data: /** @type {Float32Array} */ (outputs.get(id)), shape: shapeOf(id) }));
    const forward = forwardOf(kind, op, forwards);
    const output =
      inputs.length === 0 ? tensor.slice() : /** @type {NonNullable<typeof forward>} */ (forward)(read, changedDescription(op, changes));
    changeOutput(output, shape, changes);
    return output;
  }

  const shapes = new Map(layers.map(({ id, shape }) => [id, shape]));
  const shapeOf = (/** @type {string} */ id) => /** @type {number[]} */ (shapes.get(id));
  return { graph, run };
}
