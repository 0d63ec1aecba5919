// The units of a page that are one number each, for another picture's numbers.
import { colourAt, paletteOf } from "../../colours.js";
import { decimalsFor, formatNumber } from "../../compute/numbers.js";
import { find, findAll } from "../../dom.js";
import { shareOf } from "../share.js";
import { coloursOf } from "./maps.js";
import { magnitudeOf } from "./view.js";

/** @typedef {import("../live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {import("../live-network.js").Maps} Maps */

/**
 * Which unit a link of the picture's pages leads to.
 * @param {string} picture
 * @param {string} path
 * @returns {{ layer: string, unit: number } | null}
 */
function unitOfPath(picture, path) {
  const found = /^(.+)\/(\d+)\/index\.html$/.exec(decodeURIComponent(path.slice(path.lastIndexOf(`/${picture}/`) + picture.length + 2)));
  return found && { layer: found[1], unit: Number(found[2]) };
}

/** @param {LiveNetwork} network @param {Maps} maps @param {string} picture @param {number} unit of the page, if it has one */
export function fillNumbers(network, maps, picture, unit) {
  const own = { layer: document.body.dataset.layer ?? "", unit };
  for (const place of findAll("main :is(a.map:has(.value), .number-tile)")) {
    const link = /** @type {HTMLAnchorElement | null} */ (place.matches("a") ? place : find("a", place));
    const at = link ? unitOfPath(picture, link.pathname) : own;
    const all = at && maps(at.layer);
    if (!at || !all || network.hasMaps(at.layer)) continue;
    const { palette, minimum, maximum } = coloursOf(network, at.layer, all);
    const value = all[at.unit];
    const colour = `rgb(${colourAt(paletteOf(palette), minimum, maximum, value).join(" ")})`;
    const shown = network.givesProbabilities(at.layer) ? shareOf(value) : formatNumber(value, decimalsFor(magnitudeOf(all)));
    const text = find(".value", place);
    find("rect", place)?.setAttribute("fill", colour);
    if (place.matches(".number-tile")) place.style.setProperty("--colour", colour);
    if (text) text.textContent = shown;
    else (link ?? place).textContent = ((link ?? place).textContent ?? "").replace(/([:\uff1a]\s*)[^:\uff1a]*$/, `$1${shown}`);
  }
}
