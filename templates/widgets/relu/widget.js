import { findAll } from "../../js/dom.js";
import { ofOneNumber } from "../../js/unit/function.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ x: number, y: number }>} */
export const widget = {
  ...ofOneNumber,
  show(page, cell, y, x) {
    ofOneNumber.show(page, cell, y, x);
    for (const words of findAll("[data-when]", page.equation)) words.hidden = (words.dataset.when === "passed") !== cell.y > 0;
  },
};
