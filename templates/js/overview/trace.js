// Pointing at a unit of the overview shows what it reads: those units and curves stay, the rest steps back.

import { findAll } from "../dom.js";

/** The elements of a drawing that aren't those of one inside it. @param {HTMLElement} network @param {string} selector */
export function findIn(network, selector) {
  return findAll(selector, network).filter((element) => element.closest(".network") === network);
}

/** @param {HTMLElement} network @param {string} unit such as `conv_1_1/3` @returns {HTMLElement | undefined} */
function tileOf(network, unit) {
  return findIn(network, `[data-unit="${CSS.escape(unit)}"] .tile`)[0];
}

/**
 * The curves into a unit, each with the units that it comes from.
 * @param {HTMLElement} network
 * @param {string} unit
 * @returns {Array<{ path: HTMLElement, sources: string[] }>}
 */
function curvesInto(network, unit) {
  const [layer, own] = [unit.slice(0, unit.lastIndexOf("/")), unit.slice(unit.lastIndexOf("/") + 1)];
  // A bundle goes to all units of a layer; along some, each reads only the same unit of the other layer.
  return findIn(network, `.edges :is([data-to="${CSS.escape(unit)}"], [data-to="${CSS.escape(layer)}/-1"])`).map((path) => {
    const from = path.dataset.from ?? "";
    const all = findIn(network, `[data-unit^="${CSS.escape(from)}/"]`).map((link) => link.dataset.unit ?? "");
    const one = path.dataset.units?.split(" ") ?? (path.hasAttribute("data-same") && !all.includes(`${from}/-1`) ? [own] : null);
    return { path, sources: one ? one.map((index) => `${from}/${index}`) : all };
  });
}

/** @param {HTMLElement} network */
export function clearTrace(network) {
  network.classList.remove("is-traced");
  for (const element of findAll(".is-source, .is-target", network)) element.classList.remove("is-source", "is-target");
}

/** @param {HTMLElement} network @param {string} unit @returns {string[]} the units that it reads */
export function traceUnit(network, unit) {
  clearTrace(network);
  const target = tileOf(network, unit);
  if (!target) return [];
  target.classList.add("is-target");
  const sources = new Set();
  for (const curves of curvesInto(network, unit)) {
    curves.path.classList.add("is-source");
    for (const source of curves.sources) {
      tileOf(network, source)?.classList.add("is-source");
      sources.add(source);
    }
  }
  network.classList.add("is-traced");
  return [...sources];
}
