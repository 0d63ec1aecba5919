import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { inTurn } from "./play/beats.js";
import { replaceNumber } from "./shown.js";

/** @import { Widget } from "./page.js" */

/**
 * A function of one number, in its equation and on its graph.
 * @type {Widget<{ x: number, y: number }>}
 */
export const ofOneNumber = {
  ...cellByCell,
  followsRows: true,
  beats(page) {
    const [x, ...y] = inTurn(page, ".x", ".y");
    const point = findAll("svg[data-plot] :is(.guide, .point)");
    return x ? [x, ...(point.length > 0 ? [{ elements: point }] : []), ...y] : y;
  },
  cell(data, y, x) {
    if (!data.output || !data.inputs[0]?.[0]) return null;
    return { x: cellOf(data, data.inputs[0][0], y, x), y: cellOf(data, data.output, y, x) };
  },
  show(page, cell) {
    for (const place of findAll(".x", page.equation)) replaceNumber(place, cell.x);
    replaceNumber(find(".y", page.equation), cell.y);
    moveOnGraph(cell.x, cell.y);
  },
};

/** Moves the point on the function's graph; where the function gives no number there is none. @param {number} input @param {number} output */
export function moveOnGraph(input, output) {
  const graph = find("svg[data-plot]");
  const area = graph && find(".area", graph);
  if (!graph || !area) return;
  const [left, top, width, height] = ["x", "y", "width", "height"].map((name) => Number(area.getAttribute(name)));
  const isThere = Number.isFinite(input) && Number.isFinite(output);
  for (const part of findAll(".point, .guide", graph)) part.setAttribute("visibility", isThere ? "visible" : "hidden");
  if (!isThere) return;
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
