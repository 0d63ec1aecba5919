widgets["batch-norm"] = {
  ...cellByCell,
  explain(page, y, x) {
    const map = page.inputs[0]?.[0];
    if (!page.output || !map) return;
    const { factor, offset } = page.view.op;
    const value = cellOf(page, map, y, x);
    showSum(page, [{ terms: [{ x: value, w: factor }], sum: value * factor }], offset, cellOf(page, page.output, y, x));
    copyNumber(page.equation, "p");
  },
};

/** Shows a number again where an equation needs it twice: marked `data-copy`. @param {Element} equation @param {string} role */
function copyNumber(equation, role) {
  const original = equation.querySelector(`.${role}:not([data-copy])`);
  for (const copy of equation.querySelectorAll(`.${role}[data-copy]`)) {
    copy.textContent = original?.textContent ?? "";
    copy.setAttribute("value", original?.getAttribute("value") ?? "");
  }
}
