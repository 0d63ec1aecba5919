// One channel large: the window, the kernel, their products, and what these add up to, each in the colours of its map.

import { decimalsForSum } from "../compute/decimals.js";
import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";
import { showNumber } from "./shown.js";
import { tint } from "./tint.js";

/** @import { ChannelSum } from "./partials.js" */
/** @import { UnitPage } from "./page.js" */

/** Of more rows only the kernel has numbers: the window and the products are colours. */
const MOST_ROWS = 7;

/** Makes it, in the page's place for it. @param {UnitPage} page */
export function makeCloseup(page) {
  const place = find(".closeup");
  const first = find(".part .terms", page.equation);
  if (!place || !first) return;
  const columns = Number(page.equation.style.getPropertyValue("--columns"));
  const cells = findAll("[data-term]", first).map((_, i) =>
    make(
      "span",
      { "data-partial": true, style: `--r:${Math.floor(i / columns)};--c:${i % columns}` },
      make("span", { "data-term": true }, make("data", { class: "x" }), make("data", { class: "w" })),
      make("data", { class: "p" }),
    ),
  );
  const rows = cells.length / columns;
  const titles = ["window", "weights", "products"].map((word, i) => make("span", { class: `title-${"xwp"[i]}` }, wordOf(`of_${word}`)));
  const total = make("p", { class: "adds-up" }, "= ", make("data", { class: "y" }));
  const products = make(
    "div",
    {
      class: "products",
      "data-equation": page.view.kind,
      style: `--columns:${columns};--rows:${rows};--digits:5`,
      tabindex: 0,
      role: "group",
      "aria-label": wordOf("of_products"),
    },
    ...titles,
    ...cells,
    total,
  );
  products.classList.toggle("huge", rows > MOST_ROWS);
  place.append(make("h3"), products);
  place.hidden = false;
  addEventListener("resize", () => layOut(products));
}

/** Side by side where there is room, else one below the other. @param {HTMLElement} products */
function layOut(products) {
  products.classList.remove("tall");
  products.classList.toggle("tall", products.scrollWidth > products.clientWidth);
}

/** Shows the channel that the reader looks at. @param {UnitPage} page @param {ChannelSum} sum */
export function showCloseup(page, sum) {
  const products = find(".closeup .products");
  const { stage, scales } = page;
  if (!products || !stage || !page.decimals) return;
  const part = sum.parts[stage.focus];
  const all = part.terms.map((term) => ({ terms: [term], sum: term.x * (term.w ?? 1) }));
  const { p } = page.decimals;
  const d = decimalsForSum(all, 0, part.sum, { ...(stage.decimals ?? page.decimals), p: Math.max(p, stage.decimals?.p ?? 0), y: p });
  stage.decimals = d;
  let longest = 0;
  findAll("[data-partial]", products).forEach((cell, i) => {
    const [x, w, result] = [".x", ".w", ".p"].map((name) => find(name, cell));
    const { terms, sum: product } = all[i];
    const shown = /** @type {const} */ ([
      [x, terms[0].x, d.x, scales.x[0]],
      [w, terms[0].w ?? 1, d.w, scales.w],
      [result, product, d.p, scales.p],
    ]);
    for (const [place, value, decimals, scale] of shown) {
      showNumber(place, value, decimals);
      tint(place, scale, value);
      longest = Math.max(longest, place?.textContent?.length ?? 0);
    }
    find("[data-term]", cell)?.classList.toggle("padding", terms[0].pad === true);
  });
  showNumber(find(".y", products), part.sum, d.y);
  tint(find(".y", products), scales.p, part.sum);
  const row = findAll(".channels > li")[stage.focus];
  const title = find(".closeup h3");
  if (title) title.textContent = row?.dataset.name ?? "";
  for (const other of findAll(".channels > li")) other.classList.toggle("focused", other === row);
  if (longest <= Number(products.style.getPropertyValue("--digits"))) return;
  products.style.setProperty("--digits", String(longest));
  layOut(products);
}
