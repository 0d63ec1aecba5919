widgets["max-pool"] = {
  ...pooling,
  explain(page, y, x) {
    if (!page.output || !page.inputs[0]?.[0]) return;
    let values = windowValues(page.view.op.window, page.inputs[0][0], page.view.inputs[0].shape, y, x);
    const places = findAll("[data-term]", page.equation);
    if (places.length < values.length) values = largestOfRows(values, values.length / places.length);
    let winner = -1;
    values.forEach((value, k) => {
      if (!value.pad && (winner < 0 || value.x > values[winner].x)) winner = k;
    });
    places.forEach((term, k) => {
      replaceNumber(find(".x", term), values[k].x);
      term.classList.toggle("padding", values[k].pad);
      term.classList.toggle("winner", k === winner);
    });
    for (const place of findAll("[data-winner]", page.equation)) place.textContent = String(values[winner]?.[place.dataset.winner === "row" ? "row" : "column"] ?? "");
    replaceNumber(find(".y", page.equation), cellOf(page, page.output, y, x));
  },
};

/** Of a window too large to read, the largest cell of each row. @param {ReturnType<typeof windowValues>} values @param {number} width */
function largestOfRows(values, width) {
  return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width)
    .reduce((best, value) => (best.pad || (!value.pad && value.x > best.x) ? value : best)));
}
