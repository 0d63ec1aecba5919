import { decimalsForOperands, settleDecimals } from "../compute/decimals.js";
import { decimalsFor } from "../compute/numbers.js";
import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { showNumber } from "./shown.js";

/** @import { UnitPage } from "./page.js" */

/**
 * What addition, subtraction and multiplication share; the twin of `Elementwise.Explain`.
 * @param {(values: number[]) => number} combine
 */
export function elementwise(combine) {
  return {
    ...cellByCell,
    /** @param {UnitPage} page @param {number} y @param {number} x */
    explain(page, y, x) {
      if (!page.output) return;
      const places = findAll("[data-partial]", page.equation);
      const values = places.map((place, i) => operandAt(page, place, i, y, x));
      const result = cellOf(page, page.output, y, x);
      const decimals = settleDecimals(decimalsFor(page.view.magnitude), combine(values), result);
      const shown = decimalsForOperands(values, combine, result, decimals);
      places.forEach((place, i) => {
        showNumber(find(".x", place), values[i], shown);
        showNumber(find(".p", place), values[i], shown);
      });
      showNumber(find(".y", page.equation), result, decimals);
    },
  };
}

/**
 * An operand's number at a cell. One of a single cell counts for all and stands on the page already.
 * @param {UnitPage} page @param {HTMLElement} place @param {number} i @param {number} y @param {number} x
 */
function operandAt(page, place, i, y, x) {
  const constant = page.view.op;
  if (constant?.place === i) return Math.fround(spreadOver(constant.values, constant.height, constant.width, y, x));
  const input = constant && i > constant.place ? i - 1 : i;
  const { shape, units } = page.view.inputs[input];
  const map = page.inputs[input][units.findIndex((unit) => unit[0] === (shape[0] === 1 ? 0 : page.view.unit))];
  return map ? spreadOver(map, shape[1], shape[2], y, x) : Number(find(".x", place)?.getAttribute("value"));
}

/**
 * A number of a map that has one row or column where it counts for all.
 * @param {ArrayLike<number>} map @param {number} height @param {number} width @param {number} y @param {number} x
 */
function spreadOver(map, height, width, y, x) {
  return map[(height === 1 ? 0 : y) * width + (width === 1 ? 0 : x)];
}
