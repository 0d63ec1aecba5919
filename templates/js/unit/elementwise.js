import { decimalsForOperands, settleDecimals } from "../compute/decimals.js";
import { spreadOver } from "../compute/elementwise.js";
import { decimalsFor } from "../compute/numbers.js";
import { find, findAll } from "../dom.js";
import { cellByCell, cellOf } from "./cells.js";
import { showNumber, shownDecimals } from "./shown.js";

/** @import { UnitData, Widget } from "./page.js" */

/**
 * What addition, subtraction and multiplication share; the twin of `Elementwise.Explain`.
 * @param {(values: number[]) => number} combine
 * @param {number} [resultDecimals] of results that are 1 or 0, say
 * @returns {Widget<{ operands: number[], combined: number, result: number }>}
 */
export function elementwise(combine, resultDecimals) {
  return {
    ...cellByCell,
    followsRows: true,
    start(page) {
      findAll("[data-partial]", page.equation).forEach((place, i) => {
        page.standing[i] = Number(find(".x", place)?.getAttribute("value"));
      });
    },
    beats(page) {
      const cursors = findAll('.map-view[data-role="input"] .cursor');
      const operands = findAll("[data-partial]", page.equation);
      const result = find(".y", page.equation);
      return [...operands.map((operand, i) => ({ elements: [operand], from: cursors[i] })), { elements: result ? [result] : [] }];
    },
    cell(data, y, x) {
      if (!data.output) return null;
      const operands = Object.keys(data.standing).map((_, i) => operandAt(data, i, y, x));
      return { operands, combined: combine(operands), result: cellOf(data, data.output, y, x) };
    },
    show(page, { operands, combined, result }) {
      const decimals = settleDecimals(resultDecimals ?? decimalsFor(page.view.magnitude), combined, result);
      const least = resultDecimals === undefined ? decimals : Math.max(decimals, shownDecimals(find(".x", page.equation)));
      const shown = decimalsForOperands(operands, combine, result, least);
      findAll("[data-partial]", page.equation).forEach((place, i) => {
        showNumber(find(".x", place), operands[i], shown);
        showNumber(find(".p", place), operands[i], shown);
      });
      showNumber(find(".y", page.equation), result, decimals);
    },
  };
}

/**
 * An operand's number at a cell. One of a single cell counts for all and stands on the page already.
 * @param {UnitData} data @param {number} i @param {number} y @param {number} x
 */
function operandAt(data, i, y, x) {
  const constant = data.view.op;
  if (constant?.place === i) return Math.fround(spreadOver(constant.values, constant.height, constant.width, y, x));
  const input = constant && i > constant.place ? i - 1 : i;
  const { shape, units } = data.view.inputs[input];
  const map = data.inputs[input][units.findIndex((unit) => unit[0] === (shape[0] === 1 ? 0 : data.view.unit))];
  return map ? spreadOver(map, shape[1] ?? 1, shape[2] ?? 1, y, x) : data.standing[i];
}
