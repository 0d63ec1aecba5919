// Of many classes the overview has room for a few: those that this picture is likeliest of.
import { orderOf } from "../../js/compute/ranking.js";
import { find } from "../../js/dom.js";

/** @typedef {import("./network.js").Column} Column */
/** @typedef {import("./whatif.js").Output} Output */

/** Where the classes lead that were there from the start; others have no page that is known. @type {WeakMap<Column, Map<number, string>>} */
const pages = new WeakMap();

/** @param {Column} column */
function pagesOf(column) {
  let known = pages.get(column);
  if (!known) {
    known = new Map(column.tiles.map(({ unit, link }) => [unit, link.getAttribute("href") ?? ""]));
    pages.set(column, known);
  }
  return known;
}

/** Gives the tiles of the answer to the likeliest classes. @param {Column} column @param {Float32Array} values @param {Output} output */
export function showLikeliest(column, values, output) {
  const { tiles, section } = column;
  const isAnswer = column.id === output.layer && output.names.length === values.length && section.classList.contains("bars");
  if (!isAnswer || tiles.length >= values.length) return;
  const units = orderOf(values)
    .slice(0, tiles.length)
    .sort((a, b) => a - b);
  const known = pagesOf(column);
  const layer = find("h3 a", section)?.getAttribute("href") ?? "";
  tiles.forEach((tile, i) => {
    const unit = units[i];
    if (tile.unit === unit) return;
    tile.unit = unit;
    const { link } = tile;
    link.dataset.unit = `${column.id}/${unit}`;
    link.dataset.words = output.names[unit];
    link.setAttribute("href", known.get(unit) ?? layer);
    const name = find(".name", link);
    if (name) name.textContent = output.names[unit];
  });
}
