// The script that a page loads when its address carries a picture of the reader's own: that picture walks through the site.

import { walk } from "./live/walk/walk.js";

/** @type {any} */ (globalThis).convscopeWalk = walk;
