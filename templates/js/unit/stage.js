// A sum over channels at work: what each channel adds, written as one sum, and one channel's window, kernel and products, large.

import { find, findAll, make } from "../dom.js";
import { cellOf } from "./cells.js";
import { makeCloseup, showCloseup } from "./closeup.js";
import { showNumber } from "./shown.js";
import { showSum } from "./sum.js";
import { tint } from "./tint.js";

/** @import { ChannelSum } from "./partials.js" */
/** @import { Beat } from "./play/beats.js" */
/** @import { UnitPage } from "./page.js" */

/** The channels' rows, in the order of the sum's parts. @returns {HTMLElement[]} */
const rowsOfChannels = () => findAll(".channels > li");

/** What widgets share whose output is a sum over channels. */
export const overChannels = {
  /** @param {UnitPage} page @param {ChannelSum} sum */
  show(page, sum) {
    showSum(page, sum.parts, sum.bias, sum.result);
    showWritten(page, sum);
    if (page.stage) showCloseup(page, (page.stage.sum = sum));
  },

  /** Each channel's part flies into the sum, the bias drops in, the result appears. @param {UnitPage} page @returns {Beat[]} */
  beats(page) {
    const written = find(".sum");
    if (!written || !page.stage) return [];
    const rows = rowsOfChannels();
    const [bias, result] = [".bias", ".is"].map((name) => find(name, written));
    return [
      ...findAll("[data-partial]", written).map((part, i) => ({
        elements: [part],
        from: find(".adds", rows[i]),
        start: () => focusPart(page, i),
      })),
      ...(bias ? [{ elements: [bias] }] : []),
      { elements: result ? [result] : [] },
    ];
  },
};

/** Starts it, once the maps of all channels are drawn. @param {UnitPage} page */
export function startStage(page) {
  page.stage = { focus: 0, sum: null };
  makeCloseup(page);
  for (const row of rowsOfChannels()) row.append(make("span", { class: "bar", "aria-hidden": "true" }));
  const focus = (/** @type {Event} */ event) => {
    if (document.body.dataset.playing) return;
    const place = /** @type {Element} */ (event.target).closest?.(".channels > li, .parts > [data-unit]");
    const at = place ? rowsOfChannels().findIndex((row) => row.dataset.unit === place.getAttribute("data-unit")) : -1;
    if (at >= 0 && at !== page.stage?.focus) focusPart(page, at);
  };
  for (const type of ["pointerover", "focusin"]) addEventListener(type, focus);
}

/** Shows another channel large. @param {UnitPage} page @param {number} part */
function focusPart(page, part) {
  const { stage } = page;
  if (!stage?.sum || stage.sum.parts[part].terms.length === 0) return;
  stage.focus = part;
  showCloseup(page, stage.sum);
}

/** The written sum, and the number and bar beside each channel's map. @param {UnitPage} page @param {ChannelSum} sum */
function showWritten(page, { parts, bias, result }) {
  const written = find(".sum");
  const d = page.decimals;
  if (!written || !d) return;
  const places = findAll("[data-partial] .p", written);
  const rows = rowsOfChannels();
  parts.forEach((part, i) => {
    showNumber(places[i], part.sum, d.p);
    tint(places[i], page.scales.p, part.sum);
    const adds = find(".adds", rows[i]);
    showNumber(adds, part.sum, d.p);
    tint(adds, page.scales.p, part.sum);
    const share = page.scales.p ? part.sum / page.scales.p.maximum : 0;
    const bar = find(".bar", rows[i]);
    bar?.style.setProperty("--share", String(share || 0));
    bar?.classList.toggle("for", share > 0);
  });
  showNumber(find(".b", written), bias, d.p);
  showNumber(find(".y", written), result, d.y);
  tint(find(".y", written), page.scales.y, cellOf(page, page.output, page.cell[0], page.cell[1]));
  const longest = findAll("data", written).reduce((most, place) => Math.max(most, place.textContent?.length ?? 0), 0);
  if (longest > (Number(written.style.getPropertyValue("--sum")) || 5)) written.style.setProperty("--sum", String(longest));
}
