// The numbers of a map as a table, made when first asked for: a table of thousands of cells is too much to send with every page.

import { decimalsFor, formatNumber } from "../compute/numbers.js";
import { loadNumbers } from "../data.js";
import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";

export function startTable() {
  const details = /** @type {HTMLDetailsElement | null} */ (find("details[data-numbers]"));
  if (!details) return;
  details.addEventListener("toggle", async () => {
    if (!details.open || find("table", details)) return;
    try {
      const values = await loadNumbers(details.dataset.numbers ?? "");
      details.append(numbersTable(values, Number(details.dataset.width)));
      markNumber(details);
    } catch (error) {
      details.append(make("p", {}, /** @type {Error} */ (error).message));
    }
  });
  addEventListener("cellshown", () => details.open && markNumber(details));
}

/** @param {Float32Array} values @param {number} width @returns {HTMLElement} */
function numbersTable(values, width) {
  const decimals = decimalsFor(values.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  const head = make("tr", {}, make("td"));
  for (let column = 0; column < width; column++) head.append(make("th", { scope: "col" }, String(column)));
  const body = make("tbody");
  for (let row = 0; row * width < values.length; row++) {
    const line = make("tr", {}, make("th", { scope: "row" }, String(row)));
    for (let column = 0; column < width; column++) {
      const value = values[row * width + column];
      line.append(make("td", {}, make("data", { value: String(value) }, formatNumber(value, decimals))));
    }
    body.append(line);
  }
  return make(
    "div",
    { class: "table", tabindex: 0, role: "region", "aria-label": wordOf("all_numbers") },
    make("table", {}, make("thead", {}, head), body),
  );
}

/** Marks the page's cell in the table. @param {HTMLElement} details */
function markNumber(details) {
  const [y, x] = (document.body.dataset.cell ?? "0,0").split(",").map(Number);
  find("td[aria-current]", details)?.removeAttribute("aria-current");
  const cell = findAll("tbody tr", details)[y]?.children[x + 1];
  cell?.setAttribute("aria-current", "true");
}
