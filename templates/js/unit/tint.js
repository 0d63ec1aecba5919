// Colour runs through: a number has the colour that its cell has on the map, and its letters are dark or light as they can be read.

import { colourAt, paletteOf } from "../colours.js";
import { findAll } from "../dom.js";

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

/** Tints the terms of the page's equation: operands as on the input's map, weights as in the kernel. @param {UnitPage} page */
export function tintTerms(page) {
  const terms = findAll(".terms [data-term]", page.equation);
  if (terms.length > MOST_TINTED || !page.output) return;
  for (const result of findAll(".y", page.equation)) tint(result, page.scales.y, Number(result.getAttribute("value")));
  for (const term of terms) {
    const [x, w] = [".x", ".w"].map((name) => /** @type {HTMLElement | null} */ (term.querySelector(name)));
    tint(term, page.scales.x, Number(x?.getAttribute("value") ?? NaN));
    if (w) tint(term, page.scales.w, Number(w.getAttribute("value")), "-w");
  }
}
