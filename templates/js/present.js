// The script that a page loads when it is to be presented.

import { present } from "./page/present.js";

/** @type {any} */ (globalThis).convscopePresent = present;
