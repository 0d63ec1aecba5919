// The address of the page follows the picture, and can be copied.
import { find, findAll } from "../../js/dom.js";
import { readFragment } from "../../js/fragment.js";
import { addressOf } from "../../js/live/address/address.js";
import { wordOf } from "../../js/words.js";

/** What an address can ask for here: a picture of the reader's own, or one `of` the site's; changes; the unit that the controls stand for. */
const PARTS = ["picture", "of", "do", "unit"];

/** What the address says of the picture and of what is changed. */
export function told() {
  const fragment = readFragment();
  return PARTS.map((name) => fragment.get(name)).join(" ");
}

/** Whether the address says anything of a picture or of changes: a link within the page, such as the one past the menu, doesn't. */
export function isOfPicture() {
  const fragment = readFragment();
  return PARTS.some((name) => fragment.has(name));
}

/** Which of the site's pictures the address names. */
export function namedPicture() {
  return readFragment().get("of");
}

/** Which unit the address names: a layer, and of it a unit. @returns {{ layer: string, unit: number } | null} */
export function namedUnit() {
  const found = /^(.{1,200})\/(\d{1,5})$/.exec(readFragment().get("unit") ?? "");
  return found && { layer: found[1], unit: Number(found[2]) };
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
 * @param {string | null} unit that the controls stand for
 */
export async function writeAddress(key, board, interventions, unit) {
  const { picture, changes, isWhole } = await addressOf(key, board, interventions);
  const fragment = readFragment();
  for (const [name, value] of Object.entries({ of: null, picture, do: changes, unit })) {
    if (value) fragment.set(name, value);
    else fragment.delete(name);
  }
  history.replaceState(history.state, "", "#" + fragment);
  fragment.delete("unit");
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
