import { loadPayload, runScript } from "../data.js";

/** @import { Engine } from "./engine.js" */
/** @import { Network } from "./network.js" */

/** Whether this site computes pictures of the reader's own. */
export function hasEngine() {
  return document.body.dataset.engine !== undefined;
}

/**
 * Loads the engine and the network, which no page does before it is wanted.
 * @param {string} root the way to the site's root
 * @returns {Promise<{ engine: Engine, network: Network }>} network: with its weights, for pages that show them
 */
export async function openEngine(root) {
  await runScript(root + document.body.dataset.engine);
  return /** @type {any} */ (globalThis).convscopeLive.open(loadPayload);
}
