/** The sum of one output cell, term by term, in the kernel's layout. */
function hyperShowSum(panel, { k }, row, column, terms) {
  const spans = terms.map(({ x, w, padding }) => `<span data-term${padding ? ' class="padding"' : ""}>${hyperData("x", x)} × ${hyperFactor("w", w)}</span>`);
  panel.dataset.equation = "conv";
  panel.innerHTML = `<h2>${wordOf("hp_sum_heading", row, column)}</h2><div data-partial><div class="hp-terms" style="--k:${k}">${spans.join("\n")}</div><p class="hp-result">= ${hyperData("p y", hyperSum(terms))}</p></div>`;
}

/** Which output cells read an input cell, and with which weight. */
function hyperShowReaders(panel, row, column, value, padding, readers) {
  const spans = readers.map((reader) => `<li>${wordOf("hp_reader", reader.row, reader.column)}${hyperData("x", value)} × ${hyperFactor("w", reader.w)}</li>`);
  delete panel.dataset.equation;
  panel.innerHTML = `<h2>${wordOf(padding ? "hp_padding_heading" : "hp_input_heading", hyperShown(row), hyperShown(column))}</h2><p>${hyperReadersInWords(readers.length)}</p><ul class="hp-readers">${spans.join("")}</ul>`;
}

function hyperReadersInWords(count) {
  return count === 0 ? wordOf("hp_no_reader") : wordOf("hp_readers", count);
}
