import { decimalsForSum } from "../compute/decimals.js";
import { decimalsFor } from "../compute/numbers.js";
import { find, findAll } from "../dom.js";
import { showNumber } from "./shown.js";

/** @import { ExactPart } from "../compute/decimals.js" */
/** @import { UnitPage } from "./page.js" */

/**
 * Shows an equation that is a sum of parts: the markup stands in the page already, and gets other numbers.
 * @param {UnitPage} page
 * @param {ExactPart[]} parts in the order of the page's `data-partial` elements
 * @param {number | null} bias
 * @param {number} result
 */
export function showSum(page, parts, bias, result) {
  const y = decimalsFor(page.view.magnitude);
  const d = decimalsForSum(parts, bias ?? 0, result, page.decimals ?? { x: 2, w: 2, p: y, y });
  page.decimals = { ...d, y };
  const places = findAll("[data-partial]", page.equation);
  parts.forEach((part, i) => {
    const terms = places[i].querySelectorAll("[data-term]");
    part.terms.forEach((term, k) => {
      showNumber(terms[k].querySelector(".x"), term.x, d.x);
      if (term.w !== undefined) showNumber(terms[k].querySelector(".w"), term.w, d.w);
      terms[k].classList.toggle("padding", term.pad === true);
    });
    showNumber(places[i].querySelector(".p"), part.sum, d.p);
  });
  if (bias !== null) showNumber(find(".b", page.equation), bias, d.p);
  showNumber(find(".y", page.equation), result, d.y);
}
