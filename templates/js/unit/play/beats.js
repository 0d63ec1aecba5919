// A cell is made in beats: at each some of the equation's parts come to stand in it.

import { find, findAll } from "../../dom.js";

/** @import { UnitPage } from "../page.js" */

/**
 * One of them: what appears, where it flies in from, and what else is done then.
 * @typedef {{ elements: HTMLElement[], from?: Element | null, start?: () => void }} Beat
 */

/**
 * What stands in the page's equation comes in turn: all that a selector finds at one beat; the first of it from the input's map.
 * @param {UnitPage} page @param {...string} selectors @returns {Beat[]}
 */
export function inTurn(page, ...selectors) {
  const from = find('.map-view[data-role="input"] .cursor');
  return selectors
    .map((selector) => findAll(selector, page.equation))
    .filter((elements) => elements.length > 0)
    .map((elements, i) => ({ elements, from: i === 0 ? from : null }));
}

/** Whether the reader wants nothing to move. */
export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Shows what stands there at a beat; all of it at the last. @param {Beat[]} beats @param {number} at @param {number} time of a flight, 0 for none */
export function showBeat(beats, at, time) {
  beats.forEach((beat, i) => {
    for (const element of beat.elements) {
      element.classList.toggle("ahead", i > at);
      element.classList.toggle("now", i === at && time > 0);
    }
  });
  const beat = beats[at];
  beat?.start?.();
  if (beat && time > 0 && !isStill()) for (const element of beat.elements) fly(element, beat.from ?? null, time);
}

/** All stands there again. @param {Beat[]} beats */
export function showAllBeats(beats) {
  for (const element of beats.flatMap((beat) => beat.elements)) element.classList.remove("ahead", "now");
}

/** Lets an element come to its place from another; without one it drops in. @param {HTMLElement} element @param {Element | null} from @param {number} time */
function fly(element, from, time) {
  const [to, start] = [element.getBoundingClientRect(), from?.getBoundingClientRect()];
  const isSeen = start && start.width > 0 && start.bottom > 0 && start.top < innerHeight;
  const [x, y] = isSeen ? [start.left - to.left, start.top - to.top] : [0, -24];
  element.animate(
    [
      { transform: `translate(${x}px, ${y}px)`, opacity: isSeen ? 1 : 0 },
      { transform: "none", opacity: 1 },
    ],
    {
      duration: time,
      easing: "cubic-bezier(.3, 0, .2, 1)",
    },
  );
}
