import { wordOf } from "../../js/words.js";
import { sumOf } from "./arithmetic.js";
import { factorMarkup, numberMarkup, shownNumber } from "./formula.js";

/** @import { Reader, Term } from "./arithmetic.js" */
/** @import { Settings } from "./settings.js" */

/**
 * The sum of one output cell, term by term, in the kernel's layout.
 * @param {HTMLElement} panel @param {Settings} settings @param {number} row @param {number} column @param {Term[]} terms
 */
export function showTerms(panel, { k }, row, column, terms) {
  const spans = terms.map(
    ({ x, w, padding }) => `<span data-term${padding ? ' class="padding"' : ""}>${numberMarkup("x", x)} × ${factorMarkup("w", w)}</span>`,
  );
  panel.dataset.equation = "conv";
  const products = `<div class="hp-terms" style="--k:${k}">${spans.join("\n")}</div>`;
  const result = `<p class="hp-result">= ${numberMarkup("p y", sumOf(terms))}</p>`;
  panel.innerHTML = `<h2>${wordOf("hp_sum_heading", row, column)}</h2><div data-partial>${products}${result}</div>`;
}

/**
 * Which output cells read an input cell, and with which weight.
 * @param {HTMLElement} panel @param {number} row @param {number} column @param {number} value @param {boolean} padding
 * @param {Reader[]} readers
 */
export function showReaders(panel, row, column, value, padding, readers) {
  const spans = readers.map(
    (reader) => `<li>${wordOf("hp_reader", reader.row, reader.column)}${numberMarkup("x", value)} × ${factorMarkup("w", reader.w)}</li>`,
  );
  delete panel.dataset.equation;
  const heading = wordOf(padding ? "hp_padding_heading" : "hp_input_heading", shownNumber(row), shownNumber(column));
  const list = `<ul class="hp-readers">${spans.join("")}</ul>`;
  panel.innerHTML = `<h2>${heading}</h2><p>${readersInWords(readers.length)}</p>${list}`;
}

/** @param {number} count */
function readersInWords(count) {
  return count === 0 ? wordOf("hp_no_reader") : wordOf("hp_readers", count);
}
