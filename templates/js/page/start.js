import { startOwn } from "../own.js";
import { startFramed } from "./framed.js";
import { startLanguages } from "./languages.js";
import { startPictures } from "./pictures.js";
import { startTheme } from "./theme.js";
import { startTransitions } from "./transitions.js";
import { startUp } from "./up.js";

/** Starts what every page has. */
export function startPage() {
  startFramed();
  startUp();
  startPictures();
  startTheme();
  startTransitions();
  startLanguages();
  startOwn();
}
