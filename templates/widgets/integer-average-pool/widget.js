import { isWithinOne } from "../../js/compute/decimals.js";
import { roundTo } from "../../js/compute/numbers.js";
import { single } from "../../js/compute/storing.js";
import { countedCells, rowSums, sumOf } from "../../js/compute/window.js";
import { find, findAll } from "../../js/dom.js";
import { pooledWindow, pooling } from "../../js/unit/cells.js";
import { showNumber } from "../../js/unit/shown.js";
import { digitsOf, fitFactor, showStoring } from "../../js/unit/storing.js";
import { scaledMean } from "./forward.js";

/** @import { WindowValue } from "../../js/compute/window.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ values: WindowValue[], sum: number, inside: number, count: number, scaled: number, result: number }>} */
export const widget = {
  ...pooling,
  cell(data, y, x) {
    const window = pooledWindow(data, y, x);
    if (!window) return null;
    const { op, inputs } = data.view;
    const cells = window.values.filter((value) => !value.pad);
    const sum = sumOf(cells) - cells.length * op.from.zero;
    const step = Math.fround(op.from.step);
    const real = cells.reduce((total, value) => Math.fround(total + Math.fround(step * (value.x - op.from.zero))), 0);
    const count = countedCells(window.values, op, inputs[0].shape, y, x);
    const size = inputs[0].shape[1] * inputs[0].shape[2];
    const scaled = scaledMean(sum, real, count, op, cells.length === size && count === size);
    return { ...window, sum, inside: cells.length, count, scaled };
  },
  show(page, { values, sum, inside, count, scaled, result }) {
    const { op } = page.view;
    const places = findAll("[data-partial]", page.equation);
    const parts = places.length === 1 ? [{ terms: values, sum: sumOf(values) }] : rowSums(values, op.window.kernel[1]);
    parts.forEach((part, i) => {
      findAll("[data-term]", places[i]).forEach((term, k) => {
        showNumber(find(".x", term), values[k].x, 0);
        term.classList.toggle("padding", values[k].pad);
      });
      showNumber(find(".p", places[i]), part.sum, 0);
    });
    showNumber(find(".inside", page.equation), inside, 0);
    for (const place of findAll(".acc", page.equation)) showNumber(place, sum, 0);
    showNumber(find(".n", page.equation), count, 0);
    const factor = Math.fround(op.from.step) / Math.fround(op.to.step);
    const start = digitsOf(page.equation, "factor");
    const zeroIn = op.isReal ? 0 : op.to.zero;
    showStoring(
      page.equation,
      single(op.to),
      scaled,
      result,
      (shown, decimals) => {
        const digits = fitFactor(sum / count, factor, shown - zeroIn, decimals, start);
        const comes = isWithinOne((sum / count) * roundTo(factor, digits) + zeroIn, shown, decimals);
        return comes ? [{ name: "factor", value: factor, decimals: digits }] : null;
      },
      !op.isReal,
    );
  },
};
