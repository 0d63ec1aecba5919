import { isWithinOne } from "../../js/compute/decimals.js";
import { decimalsFor, roundTo } from "../../js/compute/numbers.js";
import { inSteps, single, wholeDecimals } from "../../js/compute/storing.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { moveOnGraph } from "../../js/unit/function.js";
import { showStoring } from "../../js/unit/storing.js";

/** @import { Quantiser } from "../../js/compute/storing.js" */
/** @import { Widget } from "../../js/unit/page.js" */

/** @type {Widget<{ x: number, y: number, to: Quantiser }>} */
export const widget = {
  ...cellByCell,
  cell(data, y, x) {
    if (!data.output || !data.inputs[0]?.[0]) return null;
    return { x: cellOf(data, data.inputs[0][0], y, x), y: cellOf(data, data.output, y, x), to: single(data.view.op.to) };
  },
  show(page, { x, y, to }) {
    showStoring(page.equation, to, inSteps(x, to), y, quotient(x, to.step, wholeDecimals(to.step)));
    moveOnGraph(x, y);
  },
};

/**
 * Digits of a number and of the step that it is divided by.
 * @param {number} x @param {number} step @param {number} start
 * @returns {import("../../js/unit/storing.js").Fit}
 */
function quotient(x, step, start) {
  return (shown, decimals) => {
    for (let more = 0; more < 12; more++) {
      const [operand, by] = [Math.max(2, decimalsFor(Math.abs(x))) + more, start + Math.floor(more / 2)];
      if (isWithinOne(roundTo(x, operand) / roundTo(step, by), shown, decimals))
        return [
          { name: "x", value: x, decimals: operand },
          { name: "per", value: step, decimals: by },
        ];
    }
    return null;
  };
}
