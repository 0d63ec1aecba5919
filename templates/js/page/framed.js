// A unit's page that another page of the site shows inside itself: it leaves out what stands around, and tells where it is.

import { find } from "../dom.js";

/** How the frame of such a page is called: what it is for, and the colours that the reader chose. */
const FRAME_NAME = /^convscope-(unfold|figure)-(light|dark|)$/;

/** @typedef {{ href: string, title: string, height: number, isUnit: boolean, folds: boolean }} FrameNews */

/** Tells the page around, if it is one of this site. */
export function startFramed() {
  const name = FRAME_NAME.exec(window.name);
  const main = find("main");
  if (!name || !main || window === window.parent) return;
  const root = document.documentElement;
  root.dataset.framed = name[1];
  if (name[2]) root.dataset.theme = name[2];
  const tell = (folds = false) => {
    /** @type {FrameNews} */
    const news = {
      href: location.href,
      title: document.title,
      height: Math.ceil(main.getBoundingClientRect().height),
      isUnit: document.body.matches(".page-unit"),
      folds,
    };
    window.parent.postMessage({ convscope: news }, "*");
  };
  new ResizeObserver(() => tell()).observe(main);
  // A frame out of sight isn't drawn, and so observes nothing.
  for (const moment of ["load", "cellshown", "fragmentwritten"]) addEventListener(moment, () => tell());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) tell(true);
  });
  // Back is the page's around, so that steps inside leave none of their own.
  addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest?.("a[href]"));
    const isOther = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || isOther || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    location.replace(link.href);
  });
}

/**
 * A frame of a unit's page.
 * @param {string} use `unfold` or `figure` @param {string} url absolute @param {string} title @param {(news: FrameNews) => void} told
 */
export function makeFrame(use, url, title, told) {
  const frame = document.createElement("iframe");
  frame.name = `convscope-${use}-${document.documentElement.dataset.theme ?? ""}`;
  frame.title = title;
  frame.src = url;
  addEventListener("message", (event) => {
    const news = event.data?.convscope;
    if (event.source === frame.contentWindow && event.source && typeof news?.href === "string") told(news);
  });
  return frame;
}
