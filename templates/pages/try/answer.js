// The network's answer to the reader's picture, with what it would be without interventions beside it.
import { find, findAll, make } from "../../js/dom.js";
import { decimalsFor, formatNumber } from "../../js/compute/numbers.js";
import { shareOf } from "../../js/live/share.js";
import { wordOf } from "../../js/words.js";

const MOST_ROWS = 10;

/** @typedef {{ isShare: boolean, names: string[] }} Output */

/** A number of the output as pages show it. @param {Output} output @param {number} value @param {number} decimals */
function shown(output, value, decimals) {
  return output.isShare ? shareOf(value) : formatNumber(value, decimals);
}

/** The units of which rows are shown, likeliest first. @param {Output} output @param {Float32Array} values */
function ranked(output, values) {
  const size = (/** @type {number} */ unit) => (output.isShare ? values[unit] : Math.abs(values[unit]));
  return [...values.keys()].sort((a, b) => size(b) - size(a) || a - b).slice(0, MOST_ROWS);
}

/** Where the answer itself isn't computed here, why. @param {string} layer the first that nothing computes */
export function showNoAnswer(layer) {
  const [list, said] = [find(".answers"), find(".answer-said")];
  if (list) list.hidden = true;
  if (!said) return;
  said.classList.add("is-note");
  said.textContent = wordOf("live_answer_stops", layer);
}

/** The row of a class, with places for its numbers. @param {number} unit @param {string} name */
function rowOf(unit, name) {
  const was = make("data", { class: "was", "data-copy": true });
  return make(
    "li",
    { "data-class": unit },
    make("span", { class: "name" }, name),
    make("span", { class: "bars" }, make("span", { class: "bar" }), make("span", { class: "bar was", hidden: true })),
    make("data", { class: "y" }),
    make("small", { hidden: true }, make("span"), was),
  );
}

/** @param {HTMLElement} row @param {string} place `y`, or `was` @param {number} value @param {string} text @param {number} part 0 to 1 */
function fillRow(row, place, value, text, part) {
  const bar = find(place === "y" ? ".bar" : ".bar.was", row);
  bar?.style.setProperty("--part", `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`);
  const data = find(`data.${place}`, row);
  data?.setAttribute("value", String(value));
  if (data && data.textContent !== text) data.textContent = text;
}

/**
 * Shows the answer. Rows keep their places while the hand moves, so that the eye can follow a class.
 * @param {Output} output
 * @param {Float32Array} values
 * @param {Float32Array | null} before what they are compared with
 * @param {string} word what that is called
 */
export function showAnswer(output, values, before, word) {
  const list = /** @type {HTMLElement} */ (find(".answers"));
  const said = /** @type {HTMLElement} */ (find(".answer-said"));
  list.hidden = output.names.length !== values.length;
  said.classList.toggle("is-note", list.hidden);
  if (list.hidden) return void (said.textContent = wordOf("live_answer_maps"));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const decimals = decimalsFor(largest);
  const order = ranked(output, values);
  const unitOf = (/** @type {HTMLElement} */ row) => Number(row.dataset.class);
  const rows = /** @type {HTMLElement[]} */ ([...list.children]);
  if (rows.length !== order.length || !rows.every((row) => order.includes(unitOf(row)))) {
    const units = order.slice().sort((a, b) => a - b);
    list.replaceChildren(...units.map((unit) => rowOf(unit, output.names[unit])));
  }
  const partOf = (/** @type {number} */ value) => (output.isShare ? value : Math.abs(value) / (largest || 1));
  for (const row of /** @type {HTMLElement[]} */ ([...list.children])) {
    const unit = unitOf(row);
    row.classList.toggle("top", unit === order[0]);
    fillRow(row, "y", values[unit], shown(output, values[unit], decimals), partOf(values[unit]));
    for (const place of findAll(".bar.was, small", row)) place.hidden = !before;
    const name = find("small span", row);
    if (name) name.textContent = word;
    if (before) fillRow(row, "was", before[unit], shown(output, before[unit], decimals), partOf(before[unit]));
  }
  const [best] = order;
  const text = output.isShare
    ? wordOf("live_says", output.names[best], shareOf(values[best]))
    : wordOf("live_gives", output.names[best], formatNumber(values[best], decimals));
  if (said.textContent !== text) said.textContent = text;
}
