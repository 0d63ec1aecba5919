widgets.add = {
  ...cellByCell,
  explain(page, y, x) {
    if (!page.output || page.inputs.some((units) => !units[0])) return;
    const parts = page.inputs.map((units) => ({ terms: [{ x: cellOf(page, units[0], y, x) }], sum: cellOf(page, units[0], y, x) }));
    showSum(page, parts, null, cellOf(page, page.output, y, x));
  },
};
