import { startOverview } from "../overview/start.js";
import { startPage } from "../page/start.js";
import { startPresenting } from "../page/presenting.js";
import { startDownloads } from "./download.js";
import { startEpochs } from "./epochs.js";
import { startFigures } from "./figures.js";
import { startLinks } from "./links.js";
import { startTerms } from "./terms.js";

/** Starts a page with a text, which may hold figures of every kind. */
export function startLesson() {
  startOverview();
  startPage();
  startLinks();
  startTerms();
  startDownloads();
  startFigures();
  startEpochs();
  startPresenting();
}
