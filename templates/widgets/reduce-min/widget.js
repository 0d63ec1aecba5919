import { windowValues } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { cellOf, pooling } from "../../js/unit/cells.js";
import { replaceNumber, showNumber, shownDecimals } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: number[], least: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const map = data.inputs[0]?.[0];
    if (!data.output || !map) return null;
    const { op, inputs } = data.view;
    return { values: windowValues(op.window, map, inputs[0].shape, y, x).map((value) => value.x), least: cellOf(data, data.output, y, x) };
  },
  show(page, { values, least }) {
    const places = findAll("[data-term]", page.equation);
    const width = values.length / places.length;
    const shown = places.map((_, k) => Math.min(...values.slice(k * width, (k + 1) * width)));
    const winner = shown.indexOf(Math.min(...shown));
    places.forEach((term, k) => {
      const place = find(".x", term);
      if (place) showNumber(place, shown[k], shownDecimals(find(".y", page.equation)));
      term.classList.toggle("winner", k === winner);
    });
    replaceNumber(find(".y", page.equation), least);
  },
};
