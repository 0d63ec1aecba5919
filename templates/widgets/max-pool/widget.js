import { largest, largestOfRows } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { replaceNumber, showNumber, shownDecimals } from "../../js/unit/shown.js";
import { wordOf } from "../../js/words.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], winner: WindowValue | undefined, result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const window = pooledWindow(data, y, x);
    return window && { ...window, winner: largest(window.values) };
  },
  show(page, { values, winner, result }) {
    const places = findAll("[data-term]", page.equation);
    const shown = places.length < values.length ? largestOfRows(values, values.length / places.length) : values;
    places.forEach((term, k) => {
      showCandidate(find(".x", term), shown[k], shownDecimals(find(".y", page.equation)));
      term.classList.toggle("padding", shown[k].pad);
      term.classList.toggle("winner", shown[k] === winner);
    });
    sayHowMany(page.equation, values.filter((value) => !value.pad).length, values.length);
    for (const place of findAll("[data-winner]", page.equation))
      place.textContent = String(winner?.[place.dataset.winner === "row" ? "row" : "column"] ?? "");
    replaceNumber(find(".y", page.equation), result);
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
