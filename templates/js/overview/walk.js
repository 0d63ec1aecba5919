import { find, findAll } from "../dom.js";
import { findIn } from "./trace.js";

// The overview by keyboard: one stop of the Tab key, from which arrows lead on. Escape leads up, from a unit to its layer,
// from a layer to the overview, from the overview home.
export function startWalks() {
  for (const network of findAll(".network")) startWalk(network);
}

/** @param {HTMLElement} network */
function startWalk(network) {
  const columns = findIn(network, ".layer")
    .map((layer) => findAll("[data-unit]", layer))
    .filter((links) => links.length > 0);
  const links = columns.flat();
  links.forEach((link, i) => {
    link.tabIndex = i === 0 ? 0 : -1;
  });
  network.addEventListener("focusin", (event) => {
    const link = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-unit]"));
    if (link && links.includes(link)) for (const other of links) other.tabIndex = other === link ? 0 : -1;
  });
  network.addEventListener("keydown", (event) => {
    const link = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-unit]"));
    if (!link || !links.includes(link) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepFrom(columns, link, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/**
 * Where a key leads from a unit; sideways to the unit at about the same height.
 * @param {HTMLElement[][]} columns @param {HTMLElement} link @param {string} key
 * @returns {HTMLElement | undefined}
 */
function stepFrom(columns, link, key) {
  const column = columns.findIndex((links) => links.includes(link));
  const row = columns[column].indexOf(link);
  const middle = (/** @type {HTMLElement} */ element) => {
    const box = /** @type {HTMLElement} */ (find(".tile", element)).getBoundingClientRect();
    return box.top + box.height / 2;
  };
  const beside = (/** @type {HTMLElement[] | undefined} */ links) =>
    links?.reduce((best, candidate) =>
      Math.abs(middle(candidate) - middle(link)) < Math.abs(middle(best) - middle(link)) ? candidate : best,
    );
  switch (key) {
    case "ArrowUp":
      return columns[column][row - 1];
    case "ArrowDown":
      return columns[column][row + 1];
    case "ArrowLeft":
      return beside(columns[column - 1]);
    case "ArrowRight":
      return beside(columns[column + 1]);
    case "Home":
      return columns[0][0];
    case "End":
      return columns[columns.length - 1][0];
    default:
      return undefined;
  }
}
