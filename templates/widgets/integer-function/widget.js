import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { moveOnGraph } from "../../js/unit/function.js";
import { replaceNumber } from "../../js/unit/shown.js";
import { showStoring } from "../../js/unit/storing.js";
import { compileFormula } from "../../js/compute/layers/formula.js";
import { inSteps, realOf, single } from "../../js/compute/storing.js";
import { findAll } from "../../js/dom.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ x: number, y: number, scaled: number }>} */
export const widget = {
  ...cellByCell,
  cell(data, y, x) {
    if (!data.output || !data.inputs[0]?.[0]) return null;
    const { formula, constants, from, to } = data.view.op;
    const whole = cellOf(data, data.inputs[0][0], y, x);
    const real = from ? realOf(whole, single(from)) : whole;
    const scaled = inSteps(Math.fround(compileFormula(formula)(real, constants)), single(to));
    return { x: whole, y: cellOf(data, data.output, y, x), scaled };
  },
  show(page, { x, y, scaled }) {
    for (const place of findAll(".x", page.equation)) replaceNumber(place, x);
    showStoring(page.equation, single(page.view.op.to), scaled, y, () => []);
    moveOnGraph(x, y);
  },
};
