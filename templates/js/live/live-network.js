// The network as pages ask it: the numbers of whole layers, kernels by unit, and changes in the engine's own terms.
import { namedKernel } from "./kernels.js";
import { openEngine } from "./open.js";
import { prepare } from "./recipe/tensor.js";

/** @typedef {import("./address/interventions.js").Intervention} Intervention */
/** @typedef {import("./engine.js").Engine} Engine */
/** A kernel's weights, row by row. @typedef {{ rows: number, columns: number, weights: number[] }} Kernel */

/**
 * The numbers of a layer: all of its units, row by row; undefined for one that isn't live.
 * @typedef {(layer: string) => Float32Array | undefined} Maps
 */

/** The network in the reader's browser. */
export class LiveNetwork {
  /**
   * @param {{ engine: Engine, network: ReturnType<typeof import("./network.js").readNetwork> }} opened
   * @param {{ recipe: import("./recipe/placement.js").Recipe, pack: string }} site
   */
  constructor({ engine, network }, { recipe, pack }) {
    this.engine = engine;
    this.described = new Map(network.layers.map((layer) => [layer.id, layer.op]));
    this.known = new Map(engine.graph.layers.map((layer) => [layer.id, layer]));
    /** How pictures are prepared. @type {import("./recipe/placement.js").Recipe} */
    this.recipe = recipe;
    /** Tells the site's own from another's in a browser's storage: the network's hash, from its route. */
    this.key = /-([0-9a-f]+)\.js$/.exec(pack)?.[1] ?? "";
    this.input = engine.graph.layers[0].id;
    const last = this.known.get(engine.graph.output);
    /** The layer whose numbers can be raised. @type {string | null} */
    this.logits = last?.gives === "Shares" ? last.inputs[0] : null;
  }

  /** @param {string} root the way to the site's root */
  static async open(root) {
    return new LiveNetwork(await openEngine(root), /** @type {any} */ (globalThis).convscopeLive);
  }

  /** Layers that nothing computes, and that what comes behind them waits for. */
  get stops() {
    return this.engine.graph.stops;
  }

  /**
   * @param {Float32Array} tensor
   * @param {Intervention[]} interventions
   * @returns {Promise<Maps | null>} null where a later run overtook it
   */
  async run(tensor, interventions) {
    const changes = interventions.filter((one) => one.kind !== "patch").map((one) => this.changeOf(one));
    const result = await this.engine.run(tensor, changes);
    return result && ((layer) => result.layer(layer));
  }

  /** In the engine's terms. @param {Intervention} one @returns {import("./interventions.js").Intervention} */
  changeOf(one) {
    switch (one.kind) {
      case "off":
        return { kind: "unit-off", layer: one.layer, unit: one.unit };
      case "add":
        return { kind: "logit", layer: one.layer, unit: one.unit, by: one.value };
      case "bias":
        return one;
      case "weight": {
        const [rows, columns] = this.sizeOf(one.layer);
        const index = (one.input * rows + one.row) * columns + one.column;
        return { kind: "weight", layer: one.layer, unit: one.unit, index, value: one.value };
      }
      case "kernel": {
        const [rows, columns] = this.sizeOf(one.layer);
        const { layer, unit, input } = one;
        const strength = Math.max(...(this.kernelOf(layer, unit, input)?.weights ?? [1]).map(Math.abs));
        return { kind: "kernel", layer, unit, input, values: namedKernel(one.name, rows, columns, strength, [unit, input]) };
      }
      default:
        throw new TypeError(one.kind);
    }
  }

  /** Rows and columns of a layer's kernels; 0 where it has none. @param {string} layer @returns {[number, number]} */
  sizeOf(layer) {
    const kernel = this.known.get(layer)?.kernel ? this.described.get(layer)?.window?.kernel : null;
    return kernel ? [kernel[0], kernel[1]] : [0, 0];
  }

  /** @param {string} layer @param {number} unit @param {number} input @returns {(Kernel & { weights: number[] }) | null} */
  kernelOf(layer, unit, input) {
    const [rows, columns] = this.sizeOf(layer);
    const known = this.known.get(layer);
    if (!known || rows === 0 || (input + 1) * rows * columns > known.weights) return null;
    const start = unit * known.weights + input * rows * columns;
    return { rows, columns, weights: [.../** @type {any} */ (this.described.get(layer)).weights.subarray(start, start + rows * columns)] };
  }

  /**
   * A kernel with what is changed in it, the later over the earlier.
   * @param {Intervention[]} changes @param {string} layer @param {number} unit @param {number} input
   */
  kernelWith(changes, layer, unit, input) {
    const kernel = this.kernelOf(layer, unit, input);
    if (!kernel) return null;
    for (const one of changes) {
      if ((one.kind !== "weight" && one.kind !== "kernel") || one.layer !== layer || one.unit !== unit || one.input !== input) continue;
      const change = this.changeOf(one);
      if (change.kind === "kernel") kernel.weights = change.values;
      else if (one.kind === "weight") kernel.weights[one.row * kernel.columns + one.column] = Math.fround(one.value);
    }
    return kernel;
  }

  /** Which unit of the layer before a unit's kernel is for: each group of units has its own. @param {string} layer @param {number} unit @param {number} input */
  inputOf(layer, unit, input) {
    const groups = this.described.get(layer)?.groups ?? 1;
    const perGroup = (this.known.get(layer)?.shape[0] ?? 1) / groups;
    return Math.floor(unit / perGroup) * this.kernelsOf(layer) + input;
  }

  /** How many kernels a unit has. @param {string} layer */
  kernelsOf(layer) {
    const known = this.known.get(layer);
    return known?.kernel ? known.weights / known.kernel : 0;
  }

  /** @param {string} layer @param {number} unit @returns {number | null} */
  biasOf(layer, unit) {
    return this.known.get(layer)?.hasBias ? /** @type {any} */ (this.described.get(layer)).bias[unit] : null;
  }

  /** A bias with what is changed of it. @param {Intervention[]} changes @param {string} layer @param {number} unit @returns {number | null} */
  biasWith(changes, layer, unit) {
    const own = changes.findLast((one) => one.kind === "bias" && one.layer === layer && one.unit === unit);
    return own?.kind === "bias" ? own.value : this.biasOf(layer, unit);
  }

  /** Whether a layer's units are maps. @param {string} layer */
  hasMaps(layer) {
    const [, height, width] = this.known.get(layer)?.shape ?? [0, 0, 0];
    return height * width > 1;
  }

  /** A layer as operators read it, with its description. @param {Maps} maps @param {string} layer */
  layerOf(maps, layer) {
    const data = maps(layer);
    return data && { data, shape: this.known.get(layer)?.shape ?? [], op: this.described.get(layer) };
  }

  /** The numbers of a unit; of a whole layer below 0. @param {Maps} maps @param {string} layer @param {number} unit */
  numbersOf(maps, layer, unit) {
    const values = maps(layer);
    if (!values || unit < 0) return values;
    const size = values.length / (this.known.get(layer)?.shape[0] ?? 1);
    return values.subarray(unit * size, (unit + 1) * size);
  }

  /** What the numbers of the input can be. */
  get inputRange() {
    const ends = this.recipe.sources.flatMap((_, channel) => [0, 255].map((value) => prepare(this.recipe, value, channel)));
    return { minimum: Math.min(...ends), maximum: Math.max(...ends) };
  }

  /** Whether a layer's numbers are shares. @param {string} layer */
  givesProbabilities(layer) {
    return ["Shares", "Probabilities"].includes(this.known.get(layer)?.gives ?? "");
  }

  /** Whether the browser computes a layer. @param {string} layer */
  isLive(layer) {
    return this.known.get(layer)?.isLive ?? false;
  }

  /** Whether the network has what an intervention changes. @param {Intervention} one */
  fits(one) {
    const [, height, width] = this.recipe.shape;
    if (one.kind === "patch")
      return one.width > 0 && one.height > 0 && one.x < width && one.y < height && one.x + one.width > 0 && one.y + one.height > 0;
    const layer = this.known.get(one.layer);
    if (!layer?.isLive || one.unit >= layer.shape[0]) return false;
    const [rows, columns] = this.sizeOf(one.layer);
    if (one.kind === "bias") return layer.hasBias;
    if (one.kind === "kernel") return rows > 0 && one.input < this.kernelsOf(one.layer);
    return one.kind !== "weight" || (one.row < rows && one.column < columns && one.input < this.kernelsOf(one.layer));
  }
}
