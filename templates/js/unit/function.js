import { find, findAll } from "../dom.js";
import { cellOf } from "./cells.js";
import { replaceNumber } from "./shown.js";

/** @import { UnitPage } from "./page.js" */

/**
 * Shows a function of one number at a cell, in its equation and on its graph.
 * @param {UnitPage} page @param {number} y @param {number} x
 */
export function showFunction(page, y, x) {
  if (!page.output || !page.inputs[0]?.[0]) return;
  const input = cellOf(page, page.inputs[0][0], y, x);
  const output = cellOf(page, page.output, y, x);
  for (const place of findAll(".x", page.equation)) replaceNumber(place, input);
  replaceNumber(find(".y", page.equation), output);
  moveOnGraph(input, output);
}

/** Moves the point on the function's graph. @param {number} input @param {number} output */
function moveOnGraph(input, output) {
  const graph = find("svg[data-plot]");
  const area = graph && find(".area", graph);
  if (!graph || !area) return;
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(area.getAttribute(name)));
  const share = (/** @type {number} */ value, /** @type {string} */ from, /** @type {string} */ to) => {
    const [low, high] = [Number(graph.dataset[from]), Number(graph.dataset[to])];
    return Math.min(1, Math.max(0, (value - low) / (high - low)));
  };
  const x = left + share(input, "left", "right") * width;
  const y = top + (1 - share(output, "bottom", "top")) * height;
  const point = find(".point", graph);
  point?.setAttribute("cx", String(x));
  point?.setAttribute("cy", String(y));
  find(".guide", graph)?.setAttribute("d", `M${x} ${top + height}V${y}H${left}`);
}
