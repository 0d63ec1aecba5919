// Colour runs through: a number has the colour that its cell has on the map, and its letters are dark or light as they can be read.

import { colourAt, paletteOf } from "../colours.js";
import { find, findAll } from "../dom.js";

/** @import { UnitPage } from "./page.js" */
/** @typedef {{ palette: string, minimum: number, maximum: number }} Scale */

/** More terms than this keep their plain look: colouring thousands at every move takes longer than a move may. */
const MOST_TINTED = 600;

/** From black to white, where dark letters can be read better than light ones (WCAG's relative luminance). */
const READABLE = 0.179;

/** @param {number[]} colour red, green and blue, 0 to 255 */
function luminanceOf(colour) {
  const [r, g, b] = colour.map((channel) => (channel <= 10 ? channel / 3294 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {number} magnitude @returns {Scale} */
export function diverging(magnitude) {
  return { palette: "diverging", minimum: -magnitude, maximum: magnitude };
}

/**
 * Gives an element the colour of a value as custom properties, `--tint` and `--on`.
 * @param {HTMLElement | null} element @param {Scale | null | undefined} scale @param {number} value @param {string} [name]
 */
export function tint(element, scale, value, name = "") {
  if (!element || !scale || !Number.isFinite(value)) return;
  const colour = colourAt(paletteOf(scale.palette), scale.minimum, scale.maximum, value);
  element.style.setProperty(`--tint${name}`, `rgb(${colour.join(" ")})`);
  element.style.setProperty(`--on${name}`, luminanceOf(colour) > READABLE ? "#000" : "#fff");
  element.classList.add("tinted");
}

/**
 * Tints the numbers of the page's equation: operands as on the input's map, weights as in the kernel, the result as on its own.
 * @param {UnitPage} page
 */
export function tintTerms({ equation, output, scales, view }) {
  const terms = findAll("[data-term]", equation);
  if (terms.length > MOST_TINTED || (!output && view.shape.length === 3)) return;
  const of = (/** @type {Element | null} */ place) => Number(place?.getAttribute("value") ?? NaN);
  for (const result of findAll(".y", equation)) tint(result, scales.y, of(result));
  if (scales.y.palette === "probability") for (const share of findAll(".q", equation)) tint(share, scales.y, of(share));
  if (scales.p) for (const part of findAll(".p", equation)) tint(part, scales.p, of(part));
  terms.forEach((term, i) => {
    const [x, w] = [find(".x", term), find(".w", term)];
    const isCell = term.closest(".terms") !== null;
    const scale = scales.x[scales.x.length > 1 ? i : 0] ?? scales.x[0];
    tint(isCell ? term : x, term.classList.contains("padding") && !isCell ? null : scale, of(x));
    if (w) tint(isCell ? term : w, scales.w, of(w), isCell ? "-w" : "");
  });
}
