import { formatNumber } from "../compute/numbers.js";

/**
 * Shows a number in a `<data>` element. One that stands between two `<b>` follows a sign: below zero they are its brackets.
 * @param {Element | null} element
 * @param {number} value the exact value
 * @param {number} decimals
 */
export function showNumber(element, value, decimals) {
  if (!element) return;
  const shown = formatNumber(value, decimals);
  element.setAttribute("value", String(value));
  if (element.textContent === shown) return;
  element.textContent = shown;
  const [open, close] = [element.previousElementSibling, element.nextElementSibling];
  if (open?.localName !== "b" || close?.localName !== "b") return;
  const isNegative = shown.startsWith("\u2212");
  open.textContent = isNegative ? "(" : "";
  close.textContent = isNegative ? ")" : "";
}

/** The digits after the point that an element shows: the generator chose them for the whole map. @param {Element | null} element */
export function shownDecimals(element) {
  const told = element?.getAttribute("data-decimals");
  if (told) return Number(told);
  const text = element?.textContent ?? "";
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}

/** Shows another number at the same digits. @param {Element | null} element @param {number} value */
export function replaceNumber(element, value) {
  showNumber(element, value, shownDecimals(element));
}
