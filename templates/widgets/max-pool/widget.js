import { windowValues } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { replaceNumber, showNumber, shownDecimals } from "../../js/unit/shown.js";
import { wordOf } from "../../js/words.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...pooling,
  explain(page, y, x) {
    if (!page.output || !page.inputs[0]?.[0]) return;
    const all = windowValues(page.view.op.window, page.inputs[0][0], page.view.inputs[0].shape, y, x);
    const places = findAll("[data-term]", page.equation);
    const values = places.length < all.length ? largestOfRows(all, all.length / places.length) : all;
    let winner = -1;
    values.forEach((value, k) => {
      if (!value.pad && (winner < 0 || value.x > values[winner].x)) winner = k;
    });
    places.forEach((term, k) => {
      showCandidate(find(".x", term), values[k], shownDecimals(find(".y", page.equation)));
      term.classList.toggle("padding", values[k].pad);
      term.classList.toggle("winner", k === winner);
    });
    sayHowMany(page.equation, all.filter((value) => !value.pad).length, all.length);
    for (const place of findAll("[data-winner]", page.equation))
      place.textContent = String(values[winner]?.[place.dataset.winner === "row" ? "row" : "column"] ?? "");
    replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};

/**
 * Padding has a place and no number.
 * @param {HTMLElement | null} place @param {{ x: number, pad: boolean }} value @param {number} decimals
 */
function showCandidate(place, value, decimals) {
  if (!place) return;
  if (!value.pad) return showNumber(place, value.x, decimals);
  place.textContent = "";
  place.removeAttribute("value");
}

/** How many cells of the window lie on the map. @param {HTMLElement} equation @param {number} cells @param {number} all */
function sayHowMany(equation, cells, all) {
  const words = find('[data-max="stays"]', equation);
  const edge = find('[data-max="edge"]', equation);
  if (words) words.textContent = wordOf("max_stays", cells);
  if (edge) edge.hidden = cells === all;
}

/** Of a window too large to read, the largest cell of each row. @param {ReturnType<typeof windowValues>} values @param {number} width */
function largestOfRows(values, width) {
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width).reduce((best, value) => (best.pad || (!value.pad && value.x > best.x) ? value : best)),
  );
}
