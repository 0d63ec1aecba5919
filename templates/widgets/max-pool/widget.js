widgets["max-pool"] = {
  ...pooling,
  explain(page, y, x) {
    if (!page.output || !page.inputs[0]?.[0]) return;
    const values = windowValues(page.view.op.window, page.inputs[0][0], page.view.inputs[0].shape, y, x);
    let winner = -1;
    values.forEach((value, k) => {
      if (!value.pad && (winner < 0 || value.x > values[winner].x)) winner = k;
    });
    findAll("[data-term]", page.equation).forEach((term, k) => {
      replaceNumber(find(".x", term), values[k].x);
      term.classList.toggle("padding", values[k].pad);
      term.classList.toggle("winner", k === winner);
    });
    replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};
