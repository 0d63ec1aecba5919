// Words in the page's language. The page hands them over as JSON: those of all scripts, and those of the playground.

/** @type {Map<string, Record<string, string | { one: string, other: string }>>} */
const wordLists = new Map();

/** @param {string} id of the element with the JSON */
function wordList(id) {
  let list = wordLists.get(id);
  if (!list) wordLists.set(id, list = /** @type {Record<string, string | { one: string, other: string }>} */ (JSON.parse(document.getElementById(id)?.textContent ?? "{}")));
  return list;
}

/**
 * A word with values in the places `{0}`, `{1}`; the first decides between one and many.
 * @param {string} key @param {...(string | number)} values
 */
function wordOf(key, ...values) {
  const word = wordList("script-words")[key] ?? wordList("playground-words")[key] ?? key;
  const text = typeof word === "string" ? word : Number(values[0]) === 1 ? word.one : word.other;
  return text.replace(/\{(\d)\}/g, (place, i) => String(values[i] ?? place));
}
