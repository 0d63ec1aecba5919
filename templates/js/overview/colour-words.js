import { decimalsFor, formatNumber } from "../compute/numbers.js";
import { find } from "../dom.js";
import { wordOf } from "../words.js";

/** What a unit's colours stand for, for its tip. @param {HTMLElement} network @param {HTMLElement} link */
export function colourWords(network, link) {
  const layer = /** @type {HTMLElement} */ (link.closest(".layer"));
  if (layer.dataset.palette !== "diverging" || !layer.dataset.high || find(".whole", link)) return "";
  const high = Number(link.dataset.high ?? layer.dataset.high);
  const shown = formatNumber(high, decimalsFor(high));
  return wordOf("tip_colours", formatNumber(-high, decimalsFor(high)), shown);
}
