import { startEngine } from "./live/engine.js";
import { readNetwork } from "./live/network.js";

// The entry of the engine's script, which a page loads when it is wanted. The generator puts two things beside it: `compute`, a function
// whose text is a script of its own, since a page opened from a file can start a worker but from a text; and where the network is.

/** @type {{ pack: string, compute: () => (port: any) => void, open?: (load: (route: string) => Promise<Uint8Array>) => Promise<any> }} */
const live = /** @type {any} */ (globalThis).convscopeLive;

live.open = async (load) => {
  const pack = await load(live.pack);
  const spawn = () => {
    const url = URL.createObjectURL(new Blob([`(${live.compute})()(self);`], { type: "text/javascript" }));
    return new Worker(url);
  };
  const network = readNetwork(pack);
  const engine = await startEngine(/** @type {ArrayBuffer} */ (pack.buffer), spawn, (port) => live.compute()(port));
  return { engine, network };
};
