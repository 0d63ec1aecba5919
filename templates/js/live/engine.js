/** @import { Intervention } from "./interventions.js" */
/** @import { Graph } from "./network.js" */

/**
 * What a run gave: the numbers of a unit, row by row, or of a whole layer; undefined for what isn't live.
 * @typedef {{ maps(layer: string, unit: number): Float32Array | undefined, layer(id: string): Float32Array | undefined, milliseconds: number }} LiveMaps
 *
 * @typedef {{ signal?: AbortSignal, onProgress?: (done: number, of: number) => void }} RunOptions
 *
 * The network in the reader's browser. A run gives null where a later one overtook it, or where it was cancelled.
 * @typedef {{
 *   graph: Graph, isInWorker: boolean,
 *   run(tensor: Float32Array, interventions: Intervention[], options?: RunOptions): Promise<LiveMaps | null>,
 *   close(): void,
 * }} Engine
 */

/** A worker that says nothing for so many milliseconds, while it is waited for, is taken for dead. */
const PATIENCE = 30_000;

/**
 * Starts a network on a worker, or where the browser gives none on the page itself, in slices.
 * @param {ArrayBuffer} pack the unpacked data file of the network
 * @param {() => Worker} spawn makes the worker
 * @param {(port: MessagePort) => void} serve computes at the other end of a channel
 * @returns {Promise<Engine>}
 */
export async function startEngine(pack, spawn, serve) {
  try {
    const worker = spawn();
    return await new Connection(worker, true, () => worker.terminate()).open(pack.slice(0));
  } catch {
    const { port1, port2 } = new MessageChannel();
    serve(port2);
    return new Connection(port1, false, () => port1.close()).open(pack);
  }
}

/** @typedef {{ resolve(given: any): void, reject(error: Error): void, isChanged?: boolean, onProgress?: RunOptions["onProgress"] }} Waiting */

/** One end of the talk with what computes; `serve.js` is the other. */
class Connection {
  /** What is waited for; 0 is the opening. @type {Map<number, Waiting>} */
  #runs = new Map();
  /** What layers gave last: as they are, and with changes. */
  #layers = [new Map(), new Map()];
  #last = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #failure = "";
  /** @type {Graph} */
  #graph = { layers: [], output: "", stops: [] };

  /** @param {Worker | MessagePort} port @param {boolean} isInWorker @param {() => void} end */
  constructor(port, isInWorker, end) {
    this.port = port;
    this.isInWorker = isInWorker;
    this.end = end;
    port.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(/** @type {ErrorEvent} */ (event).message || "what computes has stopped");
    });
    port.addEventListener("messageerror", () => this.#fail("what computes can't be understood"));
    port.onmessage = ({ data }) => this.#hear(data);
  }

  /** @param {ArrayBuffer} pack @returns {Promise<Engine>} */
  open(pack) {
    return new Promise((resolve, reject) => {
      this.#runs.set(0, { resolve, reject });
      this.port.postMessage({ pack }, [pack]);
      this.#watch();
    });
  }

  /** @param {Float32Array} tensor @param {Intervention[]} interventions @param {RunOptions} [options] @returns {Promise<LiveMaps | null>} */
  #run(tensor, interventions, { signal, onProgress } = {}) {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(new Error(this.#failure));
      const run = ++this.#last;
      this.#runs.set(run, { resolve, reject, onProgress, isChanged: interventions.length > 0 });
      signal?.addEventListener("abort", () => this.port.postMessage({ cancel: run }));
      this.port.postMessage({ run, tensor, interventions });
      this.#watch();
    });
  }

  /** @param {any} data */
  #hear(data) {
    if (data.graph) this.#open(data.graph);
    else if (data.run === undefined) this.#fail(data.failed);
    else this.#hearOfRun(data);
    this.#watch();
  }

  /** @param {Graph} graph */
  #open(graph) {
    this.#graph = graph;
    const run = this.#run.bind(this);
    this.#runs.get(0)?.resolve({ graph, isInWorker: this.isInWorker, run, close: () => this.#fail("the engine is closed") });
    this.#runs.delete(0);
  }

  /** @param {any} data */
  #hearOfRun(data) {
    const run = this.#runs.get(data.run);
    if (!run) return;
    const kept = this.#layers[Number(run.isChanged)];
    for (const [layer, numbers] of data.layers ?? []) kept.set(layer, numbers);
    if (data.of) run.onProgress?.(data.done, data.of);
    if (!data.isDone && !data.isOvertaken && !data.failed) return;
    this.#runs.delete(data.run);
    if (data.failed) run.reject(new Error(data.failed));
    else run.resolve(data.isDone ? mapsOf(new Map(kept), this.#graph, data.milliseconds) : null);
  }

  #watch() {
    clearTimeout(this.#timer);
    if (this.#runs.size > 0) this.#timer = setTimeout(() => this.#fail("what computes has stopped answering"), PATIENCE);
  }

  /** @param {string} message */
  #fail(message) {
    this.#failure = message;
    clearTimeout(this.#timer);
    this.end();
    for (const run of this.#runs.values()) run.reject(new Error(message));
    this.#runs.clear();
    this.#layers = [new Map(), new Map()];
  }
}

/** @param {Map<string, Float32Array>} layers @param {Graph} graph @param {number} milliseconds @returns {LiveMaps} */
function mapsOf(layers, graph, milliseconds) {
  const sizes = new Map(graph.layers.map(({ id, shape }) => [id, shape[1] * shape[2]]));
  return {
    milliseconds,
    layer: (id) => layers.get(id),
    maps(layer, unit) {
      const size = sizes.get(layer) ?? 0;
      return layers.get(layer)?.subarray(unit * size, (unit + 1) * size);
    },
  };
}
