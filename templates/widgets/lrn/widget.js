import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget} */
export const widget = {
  ...cellByCell,
  reads: ({ op, inputs }) =>
    inputs.map((input) => ({ ...input, units: input.units.filter(([unit]) => unit >= op.first && unit <= op.last) })),
  explain(page, y, x) {
    const { op, unit } = page.view;
    const maps = page.inputs[0];
    if (!page.output || maps.length !== op.last - op.first + 1) return;
    const values = maps.map((map) => cellOf(page, map, y, x));
    const sum = values.reduce((total, value) => total + value * value, 0);
    findAll("[data-partial]", page.equation).forEach((row, i) => {
      replaceNumber(find(".x", row), values[i]);
      replaceNumber(find(".p", row), values[i] ** 2);
    });
    const numbers = { l: values[unit - op.first], s: sum, q: op.bias + (op.alpha / op.size) * sum, y: cellOf(page, page.output, y, x) };
    for (const [role, number] of Object.entries(numbers)) {
      for (const place of findAll(`.${role}`, page.equation)) replaceNumber(place, number);
    }
  },
};
