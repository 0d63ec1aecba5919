/** @type {Widget} */
export const widget = {
  ...cellByCell,
  reads: () => [],
  explain(page, y, x) {
    if (page.output) replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};
