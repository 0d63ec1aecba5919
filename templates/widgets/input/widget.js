import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { placeCursor } from "../../js/unit/map-view.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...cellByCell,
  explain(page, y, x) {
    const step = page.view.extra;
    if (!page.output || !step) return;
    const result = cellOf(page, page.output, y, x);
    const value = Math.round((result * step.std + step.mean) / step.scale);
    if (step.invert) replaceNumber(find(".i", page.equation), 255 - value);
    for (const place of findAll(".x", page.equation)) replaceNumber(place, value);
    for (const place of findAll(".p", page.equation)) replaceNumber(place, value * step.scale);
    replaceNumber(find(".y", page.equation), result);
    markOriginal(y, x);
  },
};

/** Marks the pixel on the picture as it was before it was resized. @param {number} y @param {number} x */
function markOriginal(y, x) {
  const original = find(".original[data-top]");
  const cursor = original && find(".cursor", original);
  if (!original || !cursor) return;
  const [top, left, down, right] = ["top", "left", "down", "right"].map((name) => Number(original.dataset[name]));
  placeCursor(cursor, top + y * down, left + x * right, down, right);
}
