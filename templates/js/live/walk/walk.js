// Puts the numbers of the reader's picture in the place of the recorded ones, before the page's own script starts.
import { find, findAll, make } from "../../dom.js";
import { wordOf } from "../../words.js";
import { readAddress } from "../address/address.js";
import { LiveNetwork } from "../live-network.js";
import { coveredBy } from "../paint/brush.js";
import { tensorFrom } from "../recipe/tensor.js";
import { markChanges } from "./changed.js";
import { fillMaps } from "./maps.js";
import { fillNumbers } from "./numbers.js";
import { fillView } from "./view.js";

/** @typedef {import("../live-network.js").Maps} Maps */

/**
 * Which map of the page's picture a route stands for.
 * @param {string} picture
 * @param {string} route
 * @returns {{ layer: string, unit: number } | null}
 */
export function placeOf(picture, route) {
  const found = /(?:^|\/)(?:data|maps|figures)\/([^/]+)\/(.+)\/(\d+|all)-[0-9a-f]+\.(?:js|png)$/.exec(route);
  return found && found[1] === picture ? { layer: found[2], unit: found[3] === "all" ? -1 : Number(found[3]) } : null;
}

/** Makes this page one of the reader's picture. @param {boolean} followsRows whether a unit's page can that is a number @throws {Error} in words */
export async function walk(followsRows) {
  const { picture = "", root = "", layer = "" } = document.body.dataset;
  const network = await LiveNetwork.open(root);
  const isUnit = find("#view") !== null;
  if (!network.isLive(layer) || (isUnit && !followsRows && !network.hasMaps(layer))) throw new Error(wordOf("not_your_picture"));
  const { recipe, key } = network;
  const [, height, width] = recipe.shape;
  const { board, interventions, problem } = await readAddress(key, width, height);
  if (!board || problem) throw new Error(wordOf("not_your_picture"));
  const changes = interventions.filter((one) => network.fits(one));
  const seen = coveredBy(board, changes);
  const maps = await network.run(tensorFrom(seen.rgb, new Uint8Array(0), recipe), changes);
  if (!maps) return;
  /** @type {any} */ (globalThis).convscopeNumbers = (/** @type {string} */ route) => {
    const place = placeOf(picture, route);
    return place ? network.numbersOf(maps, place.layer, place.unit) : undefined;
  };
  /** @type {any} */ (globalThis).convscopeLayer = (/** @type {string} */ id) => network.layerOf(maps, id);
  for (const element of findAll(".sheet")) element.remove();
  const { unit } = JSON.parse(find("#view")?.textContent || "{}");
  fillView(network, maps, changes);
  fillMaps(network, maps, (route) => placeOf(picture, route), seen, unit);
  fillNumbers(network, maps, picture, unit);
  nameAnew();
  if (changes.some((one) => one.kind === "off" && one.layer === layer && one.unit === unit)) sayOff();
  markChanges(network, changes, layer, unit);
  leadOn(picture);
}

/** A unit that is switched off gives zeros, whatever its equation would: there is none to show. */
function sayOff() {
  const equation = find(".equation[data-equation]") ?? find(".equation");
  if (equation) equation.style.display = "none";
  equation?.before(make("p", { class: "live-note", "data-live-note": true }, wordOf("live_unit_off")));
}

/** The page is called after the reader's picture, and leads back to where that one is made. */
function nameAnew() {
  const own = wordOf("your_picture");
  const { title = "", pages } = document.body.dataset;
  const small = find("h1 small");
  if (small && title) small.textContent = (small.textContent ?? "").replace(title, own);
  if (title) document.title = document.title.replace(title, own);
  const studio = `${pages}try/index.html#${carriedBy(location.hash)}`;
  find(".pictures")?.replaceWith(make("p", { class: "live-note", "data-live-note": true }, make("a", { href: studio }, `\u2190 ${own}`)));
  const crumb = /** @type {HTMLAnchorElement | undefined} */ (findAll(".crumbs a")[1]);
  if (crumb) [crumb.href, crumb.textContent] = [studio, own];
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(".unit-what-if a"))) link.hash = whatIfOf(link.hash);
  addEventListener("hashchange", (event) => {
    if (carriedBy(new URL(event.oldURL).hash) !== carriedBy(new URL(event.newURL).hash)) location.reload();
  });
}

/** What a link to the workshop asks for, of the reader's picture and besides what is changed already. @param {string} hash */
function whatIfOf(hash) {
  const [asked, now] = [new URLSearchParams(hash.slice(1)), new URLSearchParams(location.hash.slice(1))];
  asked.delete("of");
  asked.set("picture", now.get("picture") ?? "");
  const changes = [now.get("do"), asked.get("do")].filter(Boolean);
  if (changes.length > 0) asked.set("do", changes.join("**"));
  return asked.toString();
}

/** What of a fragment goes along: the picture and what is changed. @param {string} hash */
function carriedBy(hash) {
  const fragment = new URLSearchParams(hash.slice(1));
  return ["picture", "do"]
    .filter((name) => fragment.has(name))
    .map((name) => `${name}=${fragment.get(name)}`)
    .join("&");
}

/** Links to other pages of the picture take the reader's along. @param {string} picture */
function leadOn(picture) {
  for (const moment of ["pointerdown", "focusin", "click"]) {
    document.addEventListener(
      moment,
      (event) => {
        const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
        if (!link || !link.pathname.includes(`/${picture}/`) || link.origin !== location.origin) return;
        const own = link.hash.slice(1);
        if (!/(^|&)picture=/.test(own)) link.hash = own ? `${own}&${carriedBy(location.hash)}` : carriedBy(location.hash);
      },
      true,
    );
  }
}
