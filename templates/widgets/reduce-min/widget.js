import { windowValues } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { replaceNumber, showNumber, shownDecimals } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...pooling,
  explain(page, y, x) {
    if (!page.output || !page.inputs[0]?.[0]) return;
    const all = windowValues(page.view.op.window, page.inputs[0][0], page.view.inputs[0].shape, y, x).map((value) => value.x);
    const places = findAll("[data-term]", page.equation);
    const width = all.length / places.length;
    const values = places.map((_, k) => Math.min(...all.slice(k * width, (k + 1) * width)));
    const winner = values.indexOf(Math.min(...values));
    places.forEach((term, k) => {
      const place = find(".x", term);
      if (place) showNumber(place, values[k], shownDecimals(find(".y", page.equation)));
      term.classList.toggle("winner", k === winner);
    });
    replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};
