// Two operands of whole numbers combined cell by cell; the twin of `IntegerElementwise.Explain`.

import { isWithinOne } from "../compute/decimals.js";
import { spreadOver } from "../compute/elementwise.js";
import { roundTo } from "../compute/numbers.js";
import { single } from "../compute/storing.js";
import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { showNumber } from "./shown.js";
import { digitsOf, showStoring } from "./storing.js";

/** @import { UnitData, Widget } from "./page.js" */

/**
 * @param {(values: number[], op: any) => number} scaledOf what is rounded
 * @param {(values: number[], factors: number[]) => number} combine what the centred operands and the factors give, without the zero point
 * @returns {Widget<{ operands: number[], result: number }>}
 */
export function integerPairs(scaledOf, combine) {
  return {
    ...cellByCell,
    start(page) {
      findAll("[data-partial]", page.equation).forEach((place, i) => {
        page.standing[i] = Number(find(".x", place)?.getAttribute("value"));
      });
    },
    cell(data, y, x) {
      if (!data.output) return null;
      return { operands: [0, 1].map((i) => operandAt(data, i, y, x)), result: cellOf(data, data.output, y, x) };
    },
    show(page, { operands, result }) {
      const { op } = page.view;
      findAll("[data-partial]", page.equation).forEach((place, i) => showNumber(find(".x", place), operands[i], 0));
      const values = [operands[0] - op.first.zero, operands[1] - op.second.zero];
      const names = ["factor", "other_factor"].slice(0, op.factors.length);
      const starts = names.map((name) => digitsOf(page.equation, name));
      const zeroIn = op.isReal ? 0 : op.to.zero;
      /** @type {import("./storing.js").Fit} */
      const fit = (shown, decimals) => {
        for (let more = 0; more < 12; more++) {
          const factors = names.map((_, i) => roundTo(Math.fround(op.factors[i]), starts[i] + more));
          if (isWithinOne(combine(values, factors) + zeroIn, shown, decimals))
            return names.map((name, i) => ({ name, value: Math.fround(op.factors[i]), decimals: starts[i] + more }));
        }
        return null;
      };
      if (op.to) return showStoring(page.equation, single(op.to), scaledOf(operands, op), result, fit, !op.isReal);
      const decimals = digitsOf(page.equation, "y");
      for (const number of fit(roundTo(result, decimals), decimals) ?? [])
        showNumber(find(`.${number.name}`, page.equation), number.value, number.decimals);
      showNumber(find(".y", page.equation), result, decimals);
    },
  };
}

/** An operand's number at a cell. @param {UnitData} data @param {number} i @param {number} y @param {number} x */
function operandAt(data, i, y, x) {
  const { constant } = data.view.op;
  if (constant?.place === i) return Math.fround(spreadOver(constant.values, constant.height, constant.width, y, x));
  const input = constant && i > constant.place ? i - 1 : i;
  const { shape, units } = data.view.inputs[input];
  const map = data.inputs[input][units.findIndex((unit) => unit[0] === (shape[0] === 1 ? 0 : data.view.unit))];
  return map ? spreadOver(map, shape[1], shape[2], y, x) : data.standing[i];
}
