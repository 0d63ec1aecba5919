widgets.add = elementwise((values) => values.reduce((sum, value) => sum + value));
widgets.mul = elementwise((values) => values.reduce((product, value) => product * value));
widgets.sub = elementwise((values) => values.reduce((difference, value) => difference - value));

/** The widget of an operator that combines its operands cell by cell. @param {(values: number[]) => number} combine @returns {Widget} */
function elementwise(combine) {
  return {
    ...cellByCell,
    reads: (view) => view.inputs.map((input) => ({ ...input, units: input.units.filter((one) => one[0] === (input.shape[0] === 1 ? 0 : view.unit)) })),
    explain(page, y, x) {
      if (!page.output) return;
      const places = findAll("[data-partial]", page.equation);
      const values = places.map((place, i) => operandAt(page, i, y, x) ?? Number(find(".x", place)?.getAttribute("value")));
      const result = cellOf(page, page.output, y, x);
      const decimals = settleDecimals(decimalsFor(page.view.magnitude), combine(values), result);
      const shown = decimalsForOperands(values, combine, result, decimals, page.decimals?.x ?? 0);
      page.decimals = { x: shown, w: 0, p: shown, y: decimals };
      places.forEach((place, i) => {
        showNumber(find(".x", place), values[i], shown);
        showNumber(find(".p", place), values[i], shown);
      });
      showNumber(find(".y", page.equation), result, decimals);
    },
  };
}

/** An operand's number at a cell; null when it is the same for every cell. @param {UnitPage} page @param {number} operand @param {number} y @param {number} x */
function operandAt(page, operand, y, x) {
  const { op, inputs } = page.view;
  if (op && operand === op.place) return op.values ? op.values[(op.size[0] === 1 ? 0 : y) * op.size[1] + (op.size[1] === 1 ? 0 : x)] : null;
  const input = op && operand > op.place ? operand - 1 : operand;
  const [, height, width] = inputs[input].shape;
  const map = page.inputs[input]?.[0];
  return map ? map[(height === 1 ? 0 : y) * width + (width === 1 ? 0 : x)] : null;
}

/** The twin of `Decimals.ForOperands`, never fewer than before. @param {number[]} values @param {(values: number[]) => number} combine @param {number} result @param {number} decimals @param {number} before */
function decimalsForOperands(values, combine, result, decimals, before) {
  let shown = Math.max(decimals, before);
  while (shown < MOST_DECIMALS && !isWithinOne(combine(values.map((value) => roundTo(value, shown))), roundTo(result, decimals), decimals)) shown++;
  return shown;
}
