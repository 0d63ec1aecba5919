// The number at the pointer stands beside its map.

import { find, make } from "../dom.js";
import { cellOf } from "./cells.js";
import { showNumber, shownDecimals } from "./shown.js";
import { tint } from "./tint.js";

/** @import { UnitPage } from "./page.js" */

/** Shows it of the output, and of an input that is read cell by cell. @param {UnitPage} page */
export function showHere(page) {
  const { cell, equation, output, scales, view, widget } = page;
  if (!output || view.shape.length !== 3) return;
  for (const map of page.maps) {
    const side = map.role === "partial" ? null : map.element.closest(".side, .result");
    const heading = side && find(":scope > h2", side);
    if (!heading) continue;
    const isInput = map.role === "input";
    const [top, left, height, width] = (isInput && widget.inputWindow(page, cell[0], cell[1], map)) || [0, 0, 1, 1];
    if (height !== 1 || width !== 1) continue;
    const input = Math.max(
      0,
      view.inputs.findIndex(({ layer }) => heading.textContent?.includes(layer)),
    );
    const numbers = isInput ? page.inputs[input]?.[view.inputs[input]?.units.findIndex(([unit]) => unit === map.unit)] : output;
    if (!numbers) continue;
    const value = isInput ? numbers[top * map.width + left] : cellOf(page, output, cell[0], cell[1]);
    let place = find(".here", heading);
    if (!place) heading.append((place = make("data", { class: isInput ? "here" : "here made" })));
    showNumber(place, value, shownDecimals(find(isInput ? ".x" : ".y", equation)));
    tint(place, isInput ? (scales.x[input] ?? null) : scales.y, value);
  }
}
