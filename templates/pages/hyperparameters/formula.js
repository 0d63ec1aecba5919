import { wordOf } from "../../js/words.js";

/** @import { Sizes } from "./arithmetic.js" */
/** @import { Settings } from "./settings.js" */

/** A whole number with a true minus sign. @param {number} value */
export function shownNumber(value) {
  return value < 0 ? `−${-value}` : `${value}`;
}

/** The markup of one number: the exact value for machines, the shown one for people. @param {string} role @param {number} value */
export function numberMarkup(role, value) {
  return `<data class="${role}" value="${value}">${shownNumber(value)}</data>`;
}

/** A number that follows a sign: below zero it stands in brackets. @param {string} role @param {number} value */
export function factorMarkup(role, value) {
  return value < 0 ? `(${numberMarkup(role, value)})` : numberMarkup(role, value);
}

/** A quotient, rounded down, and one. @param {string} top @param {string} bottom @param {string} [brackets] those around what is divided */
function floorMarkup(top, bottom, brackets = "") {
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)];
  const sign = (/** @type {string} */ text) => `<span class="hp-sign">${text}</span>`;
  const quotient = `<span class="hp-frac"><span>${top}</span>${sign(`${close} / `)}<span>${bottom}</span></span>`;
  return `<span class="hp-floor">${sign(`⌊${open}`)}${quotient}${sign("⌋")}</span> + 1`;
}

/** The formula in letters. */
export function symbolsMarkup() {
  const top = "<var>n</var> + 2<var>p</var> − <var>d</var>(<var>k</var> − 1) − 1";
  return `${wordOf("hp_output_symbol")} = ${floorMarkup(top, "<var>s</var>", "()")}`;
}

/** The formula in numbers, in the markup of `partials/output-size.html`. @param {Settings} settings @param {Sizes} sizes */
export function numbersMarkup({ n, k, p, s, d }, { room, output }) {
  const padded = `${numberMarkup("input", n)} + 2 × ${numberMarkup("padding", p)}`;
  const top = `${padded} − ${numberMarkup("dilation", d)} × (${numberMarkup("kernel", k)} − 1) − 1`;
  const stride = numberMarkup("stride", s);
  const result =
    output > 0
      ? ` = ${floorMarkup(numberMarkup("room", room), stride)} = <strong>${numberMarkup("y", output)}</strong>`
      : `: ${numberMarkup("room", room)} &lt; 0, <strong>${wordOf("hp_no_output")}</strong>`;
  return `<span data-equation="output-size">${floorMarkup(top, stride, "()")}${result}</span>`;
}

/** What the combination does, or why it can't be, in the static table's words. @param {Settings} settings @param {Sizes} sizes */
export function effectWords(settings, sizes) {
  const { n, p, s } = settings;
  const { extent, room, output, leftover, lost, skipped } = sizes;
  if (output === 0) return wordOf("hp_impossible", extent, n, p);
  const words = [output === n ? wordOf("hp_same") : wordOf(output < n ? "hp_shrinks" : "hp_grows", n, output)];
  if (leftover > 0) {
    const which = lost === 0 ? wordOf("hp_only_padding") : lost < leftover ? wordOf("hp_partly_padding", lost, leftover - lost) : "";
    words.push(wordOf("hp_leftover", leftover, room, s, which));
  }
  if (skipped > 0) words.push(wordOf("hp_skipped", skipped));
  if (p >= extent) words.push(wordOf("hp_rim"));
  return words.join(wordOf("hp_space"));
}
