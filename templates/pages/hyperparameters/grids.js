/**
 * Input and output side by side, and what is marked in them.
 * @param {(grid: "input" | "output", row: number, column: number, by: "pointer" | "focus") => void} picked
 */
function hyperGrids(picked) {
  const fields = { input: hyperElement("div", { class: "hp-field" }), output: hyperElement("div", { class: "hp-field" }) };
  const frame = hyperElement("div", { class: "hp-frame", "aria-hidden": "true" });
  let input, output;

  /** Draws both grids anew. @param {HyperSettings} settings @param {HyperSizes} sizes @param {number[]} picture */
  const draw = (settings, sizes, picture) => {
    input = hyperInputGrid(settings, sizes, picture, (...cell) => picked("input", ...cell));
    output = sizes.output > 0 ? hyperOutputGrid(settings, sizes, picture, (...cell) => picked("output", ...cell)) : null;
    // A kernel that doesn't fit is drawn over the input, and needs its own space.
    hyperFill(fields.input, Math.max(sizes.padded, sizes.extent), input.table, frame);
    hyperFill(fields.output, Math.max(1, sizes.output), output ? output.table : hyperElement("p", { class: "hp-none" }, wordOf("hp_not_fit")));
    hyperMove(frame, 0, 0, sizes.extent);
    frame.classList.toggle("is-too-large", !output);
    frame.hidden = false;
    input.rove(-settings.p, -settings.p);
  };

  /** Marks an output cell and the window that it reads. */
  const markOutput = (settings, sizes, row, column, terms) => {
    hyperUnmark(input, output);
    for (const term of terms) input.at(term.row, term.column).classList.add("is-read");
    output.at(row, column).classList.add("is-current");
    output.rove(row, column);
    hyperMove(frame, row * settings.s, column * settings.s, sizes.extent);
    frame.hidden = false;
  };

  /** Marks an input cell and the output cells that read it. */
  const markInput = (row, column, readers) => {
    hyperUnmark(input, output);
    input.at(row, column).classList.add("is-current");
    input.rove(row, column);
    for (const reader of readers) output.at(reader.row, reader.column).classList.add("is-read");
    frame.hidden = output !== null;
  };

  return { fields, draw, markOutput, markInput };
}

function hyperInputGrid({ n, p }, { padded, read, output }, picture, picked) {
  return hyperGrid({
    rows: padded, first: -p, label: wordOf("hp_input_grid", n) + (p > 0 ? wordOf("hp_grid_padding", p) : ""), picked,
    cell(row, column) {
      const padding = row < 0 || row >= n || column < 0 || column >= n;
      const unread = output > 0 && !(read.has(row) && read.has(column));
      const value = padding ? 0 : picture[row * n + column];
      const label = (padding ? wordOf("hp_cell_padding") : "") + wordOf("hp_cell", hyperShown(row), hyperShown(column), value) + (unread ? wordOf("hp_never_read") : "");
      return { value, label, tint: value / 9, classes: [padding && "is-padding", unread && "is-unread"].filter(Boolean) };
    },
  });
}

function hyperOutputGrid(settings, { output }, picture, picked) {
  const sums = Array.from({ length: output ** 2 }, (_, i) => hyperSum(hyperTerms(settings, picture, Math.floor(i / output), i % output)));
  const strongest = Math.max(1, ...sums.map(Math.abs));
  return hyperGrid({
    rows: output, first: 0, label: wordOf("hp_output_grid", output), picked,
    cell(row, column) {
      const value = sums[row * output + column];
      return { value, label: wordOf("hp_cell", row, column, hyperShown(value)), tint: Math.abs(value) / strongest, classes: value < 0 ? ["is-minus"] : [] };
    },
  });
}

function hyperFill(field, columns, ...children) {
  field.style.setProperty("--cols", String(columns));
  field.replaceChildren(...children);
}

function hyperMove(frame, row, column, extent) {
  for (const [name, value] of Object.entries({ row, column, extent })) frame.style.setProperty(`--${name}`, String(value));
}

function hyperUnmark(...grids) {
  for (const grid of grids) for (const cell of grid?.cells ?? []) cell.classList.remove("is-read", "is-current");
}
