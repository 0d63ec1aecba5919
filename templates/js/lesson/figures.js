// A figure of a unit comes alive: as it comes near, the unit's own page, without what stands around, takes the place of the picture of it.

import { find, findAll, make } from "../dom.js";
import { makeFrame } from "../page/framed.js";
import { wordOf } from "../words.js";

/** How near a figure has to come, and how tall what takes its place may be: a taller one stays a page of its own. In pixels. */
const NEAR = 900;
const TALLEST = 1150;

export function startFigures() {
  if (!document.body.matches(".page-chapter")) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        observer.unobserve(entry.target);
        enliven(/** @type {HTMLElement} */ (entry.target));
      }
    },
    { rootMargin: `${NEAR}px 0px` },
  );
  for (const figure of findAll(".figure-unit")) if (find("[data-equation]", figure)) observer.observe(figure);
}

/** @param {HTMLElement} figure */
function enliven(figure) {
  const link = /** @type {HTMLAnchorElement | null} */ (find(".figure-tools a:not([data-copy-link], [data-copy-embed])", figure));
  const body = find(".figure-body", figure);
  if (!link || !body) return;
  const play = make("button", { type: "button", class: "as-link", hidden: true }, wordOf("play_here"));
  const show = () => {
    body.classList.add("is-live");
    place.inert = false;
    play.remove();
  };
  let isReady = false;
  const frame = makeFrame("figure", link.href, wordOf("unfold_title"), ({ height, isUnit, href }) => {
    if (!isUnit) return void (isReady && location.assign(href));
    if (height < 100) return;
    frame.style.height = `${height}px`;
    if (isReady) return;
    if (height > TALLEST) return frame.remove();
    isReady = true;
    // What the reader looks at doesn't change by itself.
    const { top, bottom } = figure.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) show();
    else play.hidden = false;
  });
  const place = make("div", { class: "fig-live", inert: true }, frame);
  play.addEventListener("click", () => {
    show();
    frame.focus();
  });
  link.before(play);
  body.append(place);
}
