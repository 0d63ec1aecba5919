import { find, findAll } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { replaceNumber, showNumber, shownDecimals } from "../../js/unit/shown.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    return pooledWindow(data, y, x);
  },
  show(page, { values, result }) {
    const places = findAll("[data-term]", page.equation);
    const width = values.length / places.length;
    const shown = places.map((_, k) => Math.min(...values.slice(k * width, (k + 1) * width).map((value) => value.x)));
    const winner = shown.indexOf(Math.min(...shown));
    places.forEach((term, k) => {
      const place = find(".x", term);
      if (place) showNumber(place, shown[k], shownDecimals(find(".y", page.equation)));
      term.classList.toggle("winner", k === winner);
    });
    replaceNumber(find(".y", page.equation), result);
  },
};
