// The script that the page of the reader's own picture loads once the network has answered: what changes the network.

import { rank } from "../pages/try/ranking.js";
import { startWhatIf } from "../pages/try/whatif.js";

/** @type {any} */ (globalThis).convscopeWhatIf = { rank, start: startWhatIf };
