import { find, findAll } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { showSum } from "../../js/unit/sum.js";
import { wordOf } from "../../js/words.js";

/** @import { ExactPart } from "../../js/compute/decimals.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** How many of the largest products are written out; the twin of `MatMul.Largest`. */
const MOST_PRODUCTS = 12;

/** @type {Widget<{ parts: ExactPart[], inputs: number[], result: number }>} */
export const widget = {
  ...cellByCell,
  inputWindow: (page) => [0, 0, 1, page.view.inputs[0].shape[2]],
  outputCell: (page) => page.cell,

  cell(data, y, x) {
    const { op, unit, inputs } = data.view;
    const map = data.inputs[0]?.[inputs[0].units.findIndex(([index]) => index === unit)];
    if (!data.output || !map) return null;
    const terms = Array.from(map, (value, i) => ({ x: value, w: Math.fround(op.weights[i * op.columns + x]) }));
    const sizes = terms.map((term) => Math.abs(term.x * term.w));
    const order = terms.map((_, i) => i).sort((a, b) => sizes[b] - sizes[a] || a - b);
    const [largest, others] = [order.slice(0, MOST_PRODUCTS), order.slice(MOST_PRODUCTS)];
    const parts = largest.map((i) => ({ terms: [terms[i]], sum: terms[i].x * terms[i].w }));
    const rest = others.reduce((sum, i) => sum + terms[i].x * terms[i].w, 0);
    return {
      parts: others.length > 0 ? [...parts, { terms: [], sum: rest }] : parts,
      inputs: largest,
      result: cellOf(data, data.output, y, x),
    };
  },

  show(page, { parts, inputs, result }) {
    showSum(page, parts, null, result);
    findAll("[data-partial]", page.equation).forEach((row, i) => {
      const head = find("th", row);
      if (head && i < inputs.length) head.textContent = wordOf("column", inputs[i]);
    });
  },
};
