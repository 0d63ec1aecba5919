// Figures of a lesson: a link to one, or the code that frames it on another site, goes to the clipboard.

import { find, make } from "../dom.js";
import { wordOf } from "../words.js";

export function startLinks() {
  document.addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (
      /** @type {Element} */ (event.target).closest("[data-copy-link], [data-copy-embed]")
    );
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const isEmbed = "copyEmbed" in link.dataset;
    const title = find("h1")?.textContent ?? "";
    copyText(link, isEmbed ? embedCode(link.href, title) : link.href, isEmbed ? "embed_copied" : "link_copied");
    if (isEmbed) event.preventDefault();
  });
}

/** @param {string} url @param {string} title */
function embedCode(url, title) {
  const frame = make("iframe", { src: url, title: title.trim(), width: "100%", height: 640, loading: "lazy", style: "border:0" });
  return frame.outerHTML;
}

/** @param {HTMLElement} link @param {string} text @param {string} word */
async function copyText(link, text, word) {
  const said = find(".figure-said", /** @type {HTMLElement} */ (link.parentElement));
  let message = wordOf(word);
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    message = wordOf("not_copied") + text;
  }
  if (said) said.textContent = message;
}
