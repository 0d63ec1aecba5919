// Starts the page on which a reader tries a picture of their own. Everything happens here: nothing is sent anywhere.
import { find } from "../../js/dom.js";
import { PictureError } from "../../js/live/recipe/refusal.js";
import { wordOf } from "../../js/words.js";
import { Studio } from "./studio.js";

/** Says something that the reader should know, until something is done. @param {string} text */
function note(text) {
  const message = /** @type {HTMLElement} */ (find("[data-live-message]"));
  message.textContent = text;
  message.hidden = false;
}

/** One message, in words, and the page's state. @param {unknown} error */
function fail(error) {
  const isKnown = error instanceof PictureError;
  note(isKnown ? wordOf(error.key, ...error.values) : wordOf("live_cant_run", error instanceof Error ? error.message : String(error)));
  document.documentElement.dataset.live = "failed";
}

function clearMessage() {
  const message = find("[data-live-message]");
  if (message) message.hidden = true;
}

/** Starts it, where the site offers it. */
export function startTry() {
  const place = document.getElementById("studio");
  if (!place) return;
  document.documentElement.dataset.live = "working";
  Studio.open(JSON.parse(place.textContent ?? "{}"), { fail, note, clearMessage }).catch(fail);
}
