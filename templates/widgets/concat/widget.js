widgets.concat = {
  ...cellByCell,
  reads: () => [],
  explain(page, y, x) {
    if (!page.output) return;
    const value = cellOf(page, page.output, y, x);
    replaceNumber(find(".x", page.equation), value);
    replaceNumber(find(".y", page.equation), value);
  },
};

widgets.unexplained = {
  ...cellByCell,
  reads: () => [],
  explain(page, y, x) {
    if (page.output) replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};
