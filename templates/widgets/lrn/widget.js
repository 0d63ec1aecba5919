import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { replaceNumber } from "../../js/unit/shown.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: number[], numbers: Record<"l" | "s" | "q" | "y", number> }>} */
export const widget = {
  ...cellByCell,
  reads: ({ op, inputs }) =>
    inputs.map((input) => ({ ...input, units: input.units.filter(([unit]) => unit >= op.first && unit <= op.last) })),
  cell(data, y, x) {
    const { op, unit } = data.view;
    const maps = data.inputs[0];
    if (!data.output || maps.length !== op.last - op.first + 1) return null;
    const values = maps.map((map) => cellOf(data, map, y, x));
    const s = values.reduce((total, value) => total + value * value, 0);
    const q = op.bias + (op.alpha / op.size) * s;
    return { values, numbers: { l: values[unit - op.first], s, q, y: cellOf(data, data.output, y, x) } };
  },
  show(page, { values, numbers }) {
    findAll("[data-partial]", page.equation).forEach((row, i) => {
      replaceNumber(find(".x", row), values[i]);
      replaceNumber(find(".p", row), values[i] ** 2);
    });
    for (const [role, number] of Object.entries(numbers))
      for (const place of findAll(`.${role}`, page.equation)) replaceNumber(place, number);
  },
};
