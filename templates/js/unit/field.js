import { fieldAt } from "../compute/field.js";
import { find } from "../dom.js";
import { wordOf } from "../words.js";
import { placeCursor } from "./map-view.js";

/** @import { FieldTerm } from "../compute/field.js" */

/** Shows it on the picture, and in words. @param {FieldTerm[]} terms @param {number} y @param {number} x */
export function showField(terms, y, x) {
  const seen = find(".seen");
  if (!seen) return;
  const { box, padding, gaps } = fieldAt(terms, y, x);
  const shown = {
    pixels: box !== null,
    padding: box !== null && padding,
    gaps,
    "only-padding": !box && padding,
    nothing: !box && !padding,
  };
  for (const [name, isShown] of Object.entries(shown)) find(`[data-sees="${name}"]`)?.toggleAttribute("hidden", !isShown);
  const cursor = /** @type {HTMLElement} */ (find(".cursor", seen));
  cursor.hidden = !box;
  const [top, left, bottom, right] = box ?? [0, 0, -1, -1];
  const [height, width] = [bottom - top + 1, right - left + 1];
  const picture = [Number(seen.dataset.height), Number(seen.dataset.width)];
  if (box) placeCursor(cursor, top / picture[0], left / picture[1], height / picture[0], width / picture[1]);
  const words = box
    ? { rows: lines(top, bottom), columns: lines(left, right), size: `${height} × ${width}` }
    : { rows: "", columns: "", size: "" };
  for (const [name, text] of Object.entries(words)) {
    const place = find(`[data-field="${name}"]`);
    if (place) place.textContent = text;
  }
}

/** Rows or columns in words: one is only named. @param {number} first @param {number} last */
function lines(first, last) {
  return first === last ? String(first) : wordOf("range", first, last);
}
