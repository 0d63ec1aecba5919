import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { placeCursor } from "../../js/unit/map-view.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ original: number, value: number, scaled: number, result: number }>} */
export const widget = {
  ...cellByCell,
  cell(data, y, x) {
    const step = data.view.extra;
    if (!data.output || !step) return null;
    const result = cellOf(data, data.output, y, x);
    const value = Math.round((result * step.std + step.mean) / step.scale);
    return { original: step.invert ? 255 - value : value, value, scaled: value * step.scale, result };
  },
  show(page, { original, value, scaled, result }, y, x) {
    if (page.view.extra.invert) replaceNumber(find(".i", page.equation), original);
    for (const place of findAll(".x", page.equation)) replaceNumber(place, value);
    for (const place of findAll(".p", page.equation)) replaceNumber(place, scaled);
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
