/** The sum of one output cell, term by term, in the kernel's layout. */
function hyperShowSum(panel, { k }, row, column, terms) {
  const spans = terms.map(({ x, w, padding }) => `<span data-term${padding ? ' class="padding"' : ""}>${hyperData("x", x)} × ${hyperData("w", w)}</span>`);
  panel.dataset.equation = "conv";
  panel.innerHTML = `<h2>Output row ${row}, column ${column}</h2><div data-partial><div class="hp-terms" style="--k:${k}">${spans.join("\n")}</div><p class="hp-result">= ${hyperData("p y", hyperSum(terms))}</p></div>`;
}

/** Which output cells read an input cell, and with which weight. */
function hyperShowReaders(panel, row, column, value, padding, readers) {
  const spans = readers.map((reader) => `<li>row ${reader.row}, column ${reader.column}: ${hyperData("x", value)} × ${hyperData("w", reader.w)}</li>`);
  delete panel.dataset.equation;
  panel.innerHTML = `<h2>${padding ? "Padding" : "Input"} row ${hyperShown(row)}, column ${hyperShown(column)}</h2><p>${hyperReadersInWords(readers.length)}</p><ul class="hp-readers">${spans.join("")}</ul>`;
}

function hyperReadersInWords(count) {
  if (count === 0) return "No output cell reads this cell.";
  return count === 1 ? "This cell is read by 1 output cell." : `This cell is read by ${count} output cells.`;
}
