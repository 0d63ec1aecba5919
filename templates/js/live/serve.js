import { readNetwork } from "./network.js";
import { passOf } from "./pass.js";

/** @import { Forward } from "../compute/layers/layer.js" */

/**
 * What speaks with a page: a worker's own scope, or one end of a channel on the page itself.
 * @typedef {{ postMessage(message: any, transfer?: Transferable[]): void, onmessage: ((event: MessageEvent) => void) | null }} Port
 */

/** After so many milliseconds the page hears what is done, and is listened to. */
const SLICE = 16;

/**
 * Computes for a page. It hears `{ pack }` once, then `{ run, tensor, interventions }` and `{ cancel: run }`; it says `{ graph }`, and of
 * a run `{ run, layers, done, of }` as it goes and `{ run, isDone, milliseconds }` at its end. Of runs that wait only the latest is done.
 * @param {Port} port
 * @param {Record<string, Forward>} forwards by kind
 */
export function serve(port, forwards) {
  /** As the network is, and with changes: going back and forth between the two costs nothing. @type {Array<ReturnType<typeof passOf>>} */
  let passes = [];
  /** @type {any} */
  let waiting = null;
  let isRunning = false;
  let cancelled = -1;

  port.onmessage = ({ data }) => {
    if (data.pack) load(data.pack);
    if (data.cancel !== undefined) cancelled = Math.max(cancelled, data.cancel);
    if (data.run === undefined) return;
    if (waiting) port.postMessage({ run: waiting.run, isOvertaken: true });
    waiting = data;
    if (!isRunning) work();
  };

  /** @param {ArrayBuffer} pack */
  function load(pack) {
    try {
      const network = readNetwork(new Uint8Array(pack));
      passes = [passOf(network, forwards), passOf(network, forwards)];
      port.postMessage({ graph: passes[0].graph });
    } catch (error) {
      port.postMessage({ failed: String(error) });
    }
  }

  async function work() {
    isRunning = true;
    while (waiting) {
      const job = waiting;
      waiting = null;
      try {
        await compute(job);
      } catch (error) {
        port.postMessage({ run: job.run, failed: String(error) });
      }
    }
    isRunning = false;
  }

  /** @param {{ run: number, tensor: Float32Array, interventions: any[] }} job */
  async function compute({ run, tensor, interventions }) {
    const start = performance.now();
    let told = start;
    /** @type {Array<[string, Float32Array]>} */
    let layers = [];
    for (const { layer, output, done, of } of passes[Number(interventions.length > 0)].run(tensor, interventions)) {
      layers.push([layer, output]);
      if (performance.now() - told < SLICE) continue;
      port.postMessage({ run, layers, done, of });
      layers = [];
      await pause();
      if (run <= cancelled) return port.postMessage({ run, isOvertaken: true });
      told = performance.now();
    }
    port.postMessage({ run, layers, isDone: true, milliseconds: performance.now() - start });
  }
}

/** Lets messages in. @returns {Promise<void>} */
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
