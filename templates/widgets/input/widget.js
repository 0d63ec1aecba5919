import { liveLayer } from "../../js/data.js";
import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { placeCursor } from "../../js/unit/map-view.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { UnitPage, Widget } from "../../js/unit/page.js" */

/**
 * Of the reader's own picture only what the network sees is known here: it stands where the file's picture does, and the steps before it go.
 * @param {UnitPage} page
 */
function followInput({ view, equation }) {
  const original = find(".original[data-top]");
  if (!original || !liveLayer(document.body.dataset.layer ?? "")) return;
  const [, height, width] = view.shape;
  Object.assign(original.dataset, { top: 0, left: 0, down: 1 / height, right: 1 / width });
  find("small", original.parentElement ?? original)?.remove();
  for (const step of findAll(".steps > li:not(:has(data)):not(:last-child)", equation)) step.remove();
}

/** @type {Widget<{ original: number, value: number, scaled: number, result: number }>} */
export const widget = {
  ...cellByCell,
  start: followInput,
  startLayer() {
    if (!liveLayer(document.body.dataset.layer ?? "")) return;
    // How a file became the picture isn't known of the reader's.
    for (const element of findAll(".before-after figure:first-child, .preparation > .steps")) element.remove();
  },
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
