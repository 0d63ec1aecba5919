import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { sumOf, termsOf } from "./arithmetic.js";
import { shownNumber } from "./formula.js";
import { makeGrid } from "./grid.js";

/** @import { Reader, Sizes, Term } from "./arithmetic.js" */
/** @import { Grid, Picked, PickedBy } from "./grid.js" */
/** @import { Settings } from "./settings.js" */

/**
 * Input and output side by side, and what is marked in them.
 * @param {(grid: "input" | "output", row: number, column: number, by: PickedBy) => void} picked
 */
export function makeGrids(picked) {
  const fields = { input: make("div", { class: "hp-field" }), output: make("div", { class: "hp-field" }) };
  const frame = make("div", { class: "hp-frame", "aria-hidden": "true" });
  /** @type {Grid} */
  let input;
  /** @type {Grid | null} where there is no output, there is nothing to mark */
  let output;

  /** Draws both grids anew. @param {Settings} settings @param {Sizes} sizes @param {number[]} picture */
  const draw = (settings, sizes, picture) => {
    input = inputGrid(settings, sizes, picture, (row, column, by) => picked("input", row, column, by));
    output = sizes.output > 0 ? outputGrid(settings, sizes, picture, (row, column, by) => picked("output", row, column, by)) : null;
    // A kernel that doesn't fit is drawn over the input, and needs its own space.
    fillField(fields.input, Math.max(sizes.padded, sizes.extent), input.table, frame);
    fillField(fields.output, Math.max(1, sizes.output), output ? output.table : make("p", { class: "hp-none" }, wordOf("hp_not_fit")));
    moveFrame(frame, 0, 0, sizes.extent);
    frame.classList.toggle("is-too-large", !output);
    frame.hidden = false;
    input.rove(-settings.p, -settings.p);
  };

  /**
   * Marks an output cell and the window that it reads.
   * @param {Settings} settings @param {Sizes} sizes @param {number} row @param {number} column @param {Term[]} terms
   */
  const markOutput = (settings, sizes, row, column, terms) => {
    unmark(input, output);
    for (const term of terms) input.at(term.row, term.column).classList.add("is-read");
    output?.at(row, column).classList.add("is-current");
    output?.rove(row, column);
    moveFrame(frame, row * settings.s, column * settings.s, sizes.extent);
    frame.hidden = false;
  };

  /** Marks an input cell and the output cells that read it. @param {number} row @param {number} column @param {Reader[]} readers */
  const markInput = (row, column, readers) => {
    unmark(input, output);
    input.at(row, column).classList.add("is-current");
    input.rove(row, column);
    for (const reader of readers) output?.at(reader.row, reader.column).classList.add("is-read");
    frame.hidden = output !== null;
  };

  return { fields, draw, markOutput, markInput };
}

/** @param {Settings} settings @param {Sizes} sizes @param {number[]} picture @param {Picked} picked */
function inputGrid({ n, p }, { padded, read, output }, picture, picked) {
  return makeGrid({
    rows: padded,
    first: -p,
    label: wordOf("hp_input_grid", n) + (p > 0 ? wordOf("hp_grid_padding", p) : ""),
    picked,
    cell(row, column) {
      const padding = row < 0 || row >= n || column < 0 || column >= n;
      const unread = output > 0 && !(read.has(row) && read.has(column));
      const value = padding ? 0 : picture[row * n + column];
      const label =
        (padding ? wordOf("hp_cell_padding") : "") +
        wordOf("hp_cell", shownNumber(row), shownNumber(column), value) +
        (unread ? wordOf("hp_never_read") : "");
      return { value, label, tint: value / 9, classes: [...(padding ? ["is-padding"] : []), ...(unread ? ["is-unread"] : [])] };
    },
  });
}

/** @param {Settings} settings @param {Sizes} sizes @param {number[]} picture @param {Picked} picked */
function outputGrid(settings, { output }, picture, picked) {
  const sums = Array.from({ length: output ** 2 }, (_, i) => sumOf(termsOf(settings, picture, Math.floor(i / output), i % output)));
  const strongest = Math.max(1, ...sums.map(Math.abs));
  return makeGrid({
    rows: output,
    first: 0,
    label: wordOf("hp_output_grid", output),
    picked,
    cell(row, column) {
      const value = sums[row * output + column];
      return {
        value,
        label: wordOf("hp_cell", row, column, shownNumber(value)),
        tint: Math.abs(value) / strongest,
        classes: value < 0 ? ["is-minus"] : [],
      };
    },
  });
}

/** @param {HTMLElement} field @param {number} columns @param {...Node} children */
function fillField(field, columns, ...children) {
  field.style.setProperty("--cols", String(columns));
  field.replaceChildren(...children);
}

/** @param {HTMLElement} frame @param {number} row @param {number} column @param {number} extent */
function moveFrame(frame, row, column, extent) {
  for (const [name, value] of Object.entries({ row, column, extent })) frame.style.setProperty(`--${name}`, String(value));
}

/** @param {...(Grid | null)} grids */
function unmark(...grids) {
  for (const grid of grids) for (const cell of grid?.cells ?? []) cell.classList.remove("is-read", "is-current");
}
