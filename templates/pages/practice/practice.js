// Exercises with an answer to type, a new one each time. Which one stands there is in the address, `#conv=7`, so that it can be shared.

import { formatNumber } from "../../js/compute/numbers.js";
import { loadPayload } from "../../js/data.js";
import { find, findAll, make } from "../../js/dom.js";
import { fragmentNumber, onFragment, writeFragment } from "../../js/fragment.js";
import { wordOf } from "../../js/words.js";
import { judge } from "./answer.js";

/**
 * @typedef {object} Exercise
 * @property {string} question
 * @property {string} form
 * @property {string} from
 * @property {string} url
 * @property {string[]} steps
 * @property {{ name: string, rows: string[][] }[]} given
 * @property {number} answer
 * @property {number} decimals
 * @property {number} tolerance
 * @property {{ key: string, value: number }[]} slips
 */

export async function startPractice() {
  const route = document.getElementById("page-words")?.dataset.exercises;
  if (!route || findAll(".exercise").length === 0) return;
  /** @type {Record<string, Exercise[]>} */
  const all = JSON.parse(new TextDecoder().decode(await loadPayload(route)));
  for (const section of findAll(".exercise")) start(section, all[section.dataset.kind ?? ""] ?? []);
  document.documentElement.dataset.practice = "ready";
}

/** @param {HTMLElement} section @param {Exercise[]} exercises */
function start(section, exercises) {
  const form = find("form", section);
  const input = /** @type {HTMLInputElement | null} */ (find("input", section));
  const said = find(".said", section);
  const kind = section.dataset.kind ?? "";
  if (!form || !input || !said || exercises.length === 0) return;
  let at = 0;
  /** Those that have not been shown since the page was opened, in a random order. @type {number[]} */
  let fresh = [];

  const say = (/** @type {string} */ text, /** @type {string} */ name) => {
    said.textContent = text;
    said.className = `said ${name}`;
  };
  const show = (/** @type {number} */ number) => {
    at = number;
    fresh = fresh.filter((other) => other !== number);
    fill(section, exercises, number);
    input.value = "";
    say("", "");
  };
  const fromAddress = () => {
    const number = fragmentNumber(kind);
    if (number === null || number < 1 || number > exercises.length) return;
    if (number - 1 !== at) show(number - 1);
    section.scrollIntoView();
  };

  form.hidden = false;
  find(".another", section)?.addEventListener("click", () => {
    if (fresh.length === 0) fresh = shuffled(exercises.map((_, i) => i).filter((i) => i !== at));
    show(fresh[0] ?? at);
    writeFragment({ [kind]: at + 1 });
    input.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const verdict = judge(input.value, exercises[at]);
    const isKnown = verdict === "right" || verdict === "wrong" || verdict === "unread";
    say(wordOf(isKnown ? `pr_js_${verdict}` : `pr_js_slip_${verdict}`), verdict === "right" ? "right" : "wrong");
    if (verdict !== "right") input.select();
  });
  fromAddress();
  onFragment(fromAddress);
}

/** @param {number[]} numbers */
function shuffled(numbers) {
  return numbers
    .map((number) => ({ number, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ number }) => number);
}

/** Puts an exercise where the page's own one stands. @param {HTMLElement} section @param {Exercise[]} exercises @param {number} at */
function fill(section, exercises, at) {
  const { question, form, from, url, steps, given, answer, decimals } = exercises[at];
  const put = (/** @type {string} */ place, /** @type {(Node | string)[]} */ ...content) =>
    find(place, section)?.replaceChildren(...content);
  put(".from", wordOf("pr_js_number", at + 1, exercises.length) + (from ? ` · ${from}` : ""));
  put(".asked", question);
  put(".givens", ...given.map(gridOf));
  put(".try-answer small", form);
  put(".steps", ...steps.map((step) => make("li", {}, step)));
  put("strong", numberOf("y", formatNumber(answer, decimals)));
  const solution = /** @type {HTMLDetailsElement | null} */ (find(".solution", section));
  if (solution) solution.open = false;
  const link = /** @type {HTMLAnchorElement | null} */ (find(".of-unit", section));
  if (link && url) link.href = pagesRoot() + url;
}

/** Where the pages of this language begin. */
function pagesRoot() {
  return (find(".brand")?.getAttribute("href") ?? "").replace(/index\.html$/, "");
}

/** @param {{ name: string, rows: string[][] }} given */
function gridOf({ name, rows }) {
  const largest = Math.max(...rows.flat().map((shown) => Math.abs(valueOf(shown))));
  const cells = rows.map((row) =>
    row.map((shown) => {
      const cell = make("td", {}, numberOf("x", shown));
      cell.style.setProperty("--t", String(largest > 0 ? valueOf(shown) / largest : 0));
      return cell;
    }),
  );
  const table = make("table", {}, make("tbody", {}, ...cells.map((row) => make("tr", {}, ...row))));
  return make("figure", { class: "given" }, make("figcaption", {}, name), table);
}

/** @param {string} name @param {string} shown */
function numberOf(name, shown) {
  return make("data", { class: name, value: valueOf(shown) }, shown);
}

/** @param {string} shown */
function valueOf(shown) {
  return Number(shown.replace("\u2212", "-"));
}
