import { find, findAll, make } from "../dom.js";
import { loadText } from "../data.js";
import { wordOf } from "../words.js";

/** @typedef {[id: string, title: string, thumbnail: string, answer: string]} PictureRow */

const most = 60;

// The page of all pictures: they are found by title and answer, and lead to the place that the reader comes from.
export function startAllPictures() {
  const search = find(".picture-search");
  if (!search) return;
  search.hidden = false;
  const input = /** @type {HTMLInputElement} */ (find("input", search));
  const lead = () => leadTo(placeOf(location.hash));
  /** @type {Promise<PictureRow[]> | undefined} */
  let rows;
  const show = async () => {
    const all = await (rows ??= loadText(search.dataset.index ?? "").then((text) => JSON.parse(text)));
    showHits(input.value.trim() ? matching(all, input.value) : null);
    lead();
  };
  input.addEventListener("input", show);
  addEventListener("hashchange", lead);
  lead();
  if (input.value) show();
}

/**
 * The pictures in whose title or answer all words stand, whatever their case.
 * @param {PictureRow[]} rows @param {string} text
 */
export function matching(rows, text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(([, title, , answer]) => {
    const said = `${title}\n${answer}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/**
 * The place below a picture that a fragment names, with its own fragment: `#conv_1/3/index.html#y=1&x=2`; empty for anything else.
 * @param {string} hash
 */
export function placeOf(hash) {
  return /^#((?![./])[^/:?#\\]+(\/\d+)?\/)?index\.html(#.*)?$/.test(hash) ? hash.slice(1) : "";
}

/** @param {string} place */
function leadTo(place) {
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll(".cards a"))) {
    link.dataset.own ??= link.getAttribute("href") ?? "";
    link.href = place ? link.dataset.own.replace(/index\.html$/, () => place) : link.dataset.own;
  }
}

/** @param {PictureRow[] | null} hits all pictures where nothing is looked for */
function showHits(hits) {
  const [part, found, told] = [find(".picture-part"), find(".picture-found"), find(".picture-hits")];
  if (!part || !found || !told) return;
  part.hidden = hits !== null;
  found.hidden = hits === null;
  told.textContent = hits ? wordOf("pictures_found", hits.length) : "";
  found.replaceChildren(...(hits ?? []).slice(0, most).map(cardOf));
}

/** @param {PictureRow} row */
function cardOf([id, title, thumbnail, answer]) {
  const root = document.body.dataset.root ?? "";
  const pages = find(".picture-search")?.dataset.pages ?? root;
  const image = make("img", { src: root + thumbnail, alt: "", width: 72, height: 72, loading: "lazy" });
  const said = answer ? [make("span", {}, answer)] : [];
  return make("li", {}, make("a", { href: `${pages}${id}/index.html` }, image, make("strong", {}, title), ...said));
}
