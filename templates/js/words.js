// Words in the page's language, which a script of the language hands over before this one.

/** @typedef {string | Record<string, string>} Word A text, or its forms by the names of Unicode's plural rules; `=1` is for just this count. */

/** @type {Record<string, Word>} */
const scriptWords = /** @type {any} */ (globalThis).convscopeWords ?? {};

/**
 * A word with values in the places `{0}`, `{1}`; the first is the count, where the word has forms.
 * @param {string} key @param {...(string | number)} values
 */
export function wordOf(key, ...values) {
  const word = scriptWords[key] ?? pageWords()[key] ?? key;
  const text = typeof word === "string" ? word : formOf(word, values[0] ?? "", document.documentElement.lang);
  return text.replace(/\{(\d)\}/g, (place, i) => String(values[i] ?? place));
}

/**
 * The form of a word for a count as it is shown: the twin of `Word.Of` in C#, whose rules browsers know.
 * @param {Record<string, string>} forms @param {string | number} count @param {string} language
 */
export function formOf(forms, count, language) {
  const form = new Intl.PluralRules(language).select(Number(String(count).replaceAll(",", "")));
  return forms[`=${count}`] ?? forms[form] ?? forms.other ?? "";
}

/** @type {Record<string, Word> | undefined} */
let ownWords;

/** The words that one kind of page alone needs stand in it. */
function pageWords() {
  return (ownWords ??= /** @type {Record<string, Word>} */ (JSON.parse(document.getElementById("page-words")?.textContent ?? "{}")));
}
