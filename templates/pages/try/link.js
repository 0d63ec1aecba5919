// The address of the page follows the picture, and can be copied.
import { find, findAll } from "../../js/dom.js";
import { readFragment } from "../../js/fragment.js";
import { addressOf } from "../../js/live/address/address.js";
import { wordOf } from "../../js/words.js";

/** What the address says of the picture and of what is changed. */
export function told() {
  const fragment = readFragment();
  return `${fragment.get("picture")} ${fragment.get("do")}`;
}

/** Whether the address says anything of a picture or of changes: a link within the page, such as the one past the menu, doesn't. */
export function isOfPicture() {
  const fragment = readFragment();
  return fragment.has("picture") || fragment.has("do");
}

/** @param {string} text */
function say(text) {
  const said = find("[data-address]");
  if (said) said.textContent = text;
}

/**
 * Writes the address, and takes it along to the pages of the network's units.
 * @param {string} key @param {import("../../js/live/paint/brush.js").Board} board
 * @param {import("../../js/live/address/interventions.js").Intervention[]} interventions
 */
export async function writeAddress(key, board, interventions) {
  const { picture, changes, isWhole } = await addressOf(key, board, interventions);
  const fragment = readFragment();
  for (const [name, value] of Object.entries({ picture, do: changes })) {
    if (value) fragment.set(name, value);
    else fragment.delete(name);
  }
  history.replaceState(history.state, "", "#" + fragment);
  const links = /** @type {HTMLAnchorElement[]} */ (findAll(".try-network :is([data-unit], h3 a)"));
  for (const link of links) link.hash = String(fragment);
  say(wordOf(isWhole ? "live_in_address" : "live_in_tab"));
}

/** Copies the address. */
export async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    say(wordOf("live_copied"));
  } catch {
    say(wordOf("live_copy_yourself"));
  }
}
