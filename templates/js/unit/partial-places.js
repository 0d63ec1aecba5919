import { findAll } from "../dom.js";
import { wordOf } from "../words.js";

/** @import { UnitPage } from "./page.js" */

/** The places for what each channel adds, one a channel and one for those that aren't written out. @param {UnitPage} page */
export function partialPlaces({ view }) {
  const [, height, width] = view.shape;
  return findAll('.map-view[data-role="partial"]').map((place) => {
    const { unit = "", name = "" } = place.closest("li")?.dataset ?? {};
    Object.assign(place.dataset, { unit, height, width });
    place.setAttribute("aria-label", wordOf(unit === "-1" ? "others_add" : "adds_cell_by_cell", name));
    return place;
  });
}
