// Pointing at a unit of the overview shows what it reads: those units and curves stay, the rest steps back.

/** @param {HTMLElement} network @param {string} unit such as `conv_1_1/3` @returns {HTMLElement | null} */
function tileOf(network, unit) {
  return find(`[data-unit="${CSS.escape(unit)}"] .tile`, network);
}

/**
 * The curves into a unit, each with the units that it comes from.
 * @param {HTMLElement} network
 * @param {string} unit
 * @returns {Array<{ path: Element, sources: string[] }>}
 */
function curvesInto(network, unit) {
  return findAll(`.edges [data-to="${CSS.escape(unit)}"]`, network).map((path) => {
    const from = path.dataset.from ?? "";
    const all = findAll(`[data-unit^="${CSS.escape(from)}/"]`, network).map((link) => link.dataset.unit ?? "");
    const sources = path.dataset.units ? path.dataset.units.split(" ").map((index) => `${from}/${index}`) : all;
    return { path, sources };
  });
}

/** @param {HTMLElement} network */
function clearTrace(network) {
  network.classList.remove("is-traced");
  for (const element of findAll(".is-source, .is-target", network)) element.classList.remove("is-source", "is-target");
}

/** @param {HTMLElement} network @param {string} unit @returns {string[]} the units that it reads */
function traceUnit(network, unit) {
  clearTrace(network);
  const target = tileOf(network, unit);
  if (!target) return [];
  target.classList.add("is-target");
  const sources = new Set();
  for (const curves of curvesInto(network, unit)) {
    for (const path of findAll(`.edges [data-to="${CSS.escape(unit)}"]`, network)) path.classList.add("is-source");
    for (const source of curves.sources) {
      tileOf(network, source)?.classList.add("is-source");
      sources.add(source);
    }
  }
  network.classList.add("is-traced");
  return [...sources];
}
