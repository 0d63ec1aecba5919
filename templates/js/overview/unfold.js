// A map of the overview unfolds where it stands: its unit's page in a dialog, under the page's own address. Escape and Back fold it.

import { find, findAll, make } from "../dom.js";
import { onFragment, readFragment, writeFragment } from "../fragment.js";
import { makeFrame } from "../page/framed.js";
import { wordOf } from "../words.js";

/** Where it is narrower a page of its own is the better place. */
const LEAST_WIDTH = 861;

/** @type {HTMLDialogElement | null} */
let dialog = null;
const isFile = location.protocol === "file:";

export function startUnfold() {
  const network = document.body.matches(".page-overview") ? find(".network") : null;
  if (!network) return;
  network.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[data-unit]"));
    const isOther = event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || isOther || innerWidth < LEAST_WIDTH || link.dataset.unit?.endsWith("/-1")) return;
    event.preventDefault();
    const url = link.href;
    const base = location.href.split("#")[0];
    if (isFile) writeFragment({ unfold: link.dataset.unit ?? "" }, true);
    else {
      keepAddresses();
      history.pushState({ unfolds: url, from: base }, "", url);
    }
    unfold(url, link);
  });
  const restore = () => {
    const unit = isFile ? readFragment().get("unfold") : null;
    const link = unit ? /** @type {HTMLAnchorElement | null} */ (find(`a[data-unit="${CSS.escape(unit)}"]`, network)) : null;
    const url = link?.href ?? history.state?.unfolds;
    if (!url) dialog?.close("back");
    else if (!dialog) unfold(url, link);
  };
  onFragment(restore);
  if (isFile) restore();
}

/** Links and pictures that are told relative to the page stay where they are while the address is another one. */
function keepAddresses() {
  const { body } = document;
  body.dataset.root = new URL(body.dataset.root ?? "", location.href).href;
  for (const link of /** @type {HTMLAnchorElement[]} */ (findAll("a[href]"))) {
    if (!link.getAttribute("href")?.startsWith("#")) link.setAttribute("href", link.href);
  }
  for (const image of /** @type {HTMLImageElement[]} */ (findAll("img[src]"))) if (!image.complete) image.src = String(image.src);
}

/** @param {string} url @param {HTMLElement | null} link whose map grows into it */
function unfold(url, link) {
  const title = document.title;
  const name = make("strong", {});
  const open = make("a", { href: url }, wordOf("unfold_page"));
  const close = make("button", { type: "button" }, wordOf("unfold_close"));
  const frame = makeFrame("unfold", url, wordOf("unfold_title"), (news) => {
    if (news.folds) return own.close();
    if (!news.isUnit) return location.assign(news.href);
    name.textContent = document.title = news.title;
    open.href = news.href;
    const unit = /([^/]+\/[^/]+)\/index\.html/.exec(news.href);
    if (isFile && unit) writeFragment({ unfold: decodeURIComponent(unit[1]) });
    if (!isFile && history.state?.unfolds && news.href !== location.href)
      history.replaceState({ ...history.state, unfolds: news.href }, "", news.href);
  });
  const own = make(
    "dialog",
    { class: "unfold", "aria-label": wordOf("unfold_title") },
    make("div", { class: "unfold-bar" }, name, open, close),
    frame,
  );
  dialog = own;
  document.body.append(own);
  close.addEventListener("click", () => own.close());
  own.addEventListener("click", (event) => event.target === own && own.close());
  own.addEventListener("close", () => {
    dialog = null;
    document.title = title;
    own.remove();
    link?.focus({ preventScroll: true });
    if (own.returnValue === "back") return;
    if (isFile) writeFragment({ unfold: null }, true);
    else history.back();
  });
  own.showModal();
  grow(own, link);
}

/** @param {HTMLElement} element @param {HTMLElement | null} link */
function grow(element, link) {
  const from = link && find(".tile", link)?.getBoundingClientRect();
  if (!from || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const to = element.getBoundingClientRect();
  const start = `translate(${from.left - to.left}px, ${from.top - to.top}px) scale(${from.width / to.width}, ${from.height / to.height})`;
  element.animate(
    [
      { transform: start, opacity: 0.4 },
      { transform: "none", opacity: 1 },
    ],
    { duration: 320, easing: "cubic-bezier(.2, 0, 0, 1)" },
  );
}
