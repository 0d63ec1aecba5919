// Words in the page's language, which a script of the language hands over before this one.

/** @type {Record<string, string | { one: string, other: string }>} */
const scriptWords = /** @type {any} */ (globalThis).convscopeWords ?? {};

/**
 * A word with values in the places `{0}`, `{1}`; the first decides between one and many.
 * @param {string} key @param {...(string | number)} values
 */
export function wordOf(key, ...values) {
  const word = scriptWords[key] ?? pageWords()[key] ?? key;
  const text = typeof word === "string" ? word : Number(values[0]) === 1 ? word.one : word.other;
  return text.replace(/\{(\d)\}/g, (place, i) => String(values[i] ?? place));
}

/** @type {Record<string, string | { one: string, other: string }> | undefined} */
let ownWords;

/** The words that one kind of page alone needs stand in it. */
function pageWords() {
  return (ownWords ??= /** @type {Record<string, string | { one: string, other: string }>} */ (
    JSON.parse(document.getElementById("page-words")?.textContent ?? "{}")
  ));
}
