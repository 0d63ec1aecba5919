import { make } from "../../js/dom.js";
import { numberMarkup } from "./formula.js";

/**
 * @typedef {"pointer" | "focus"} PickedBy
 * @typedef {(row: number, column: number, by: PickedBy) => void} Picked
 * @typedef {{ value: number, label: string, tint: number, classes: string[] }} GridCell
 * @typedef {{ rows: number, first: number, label: string, cell: (row: number, column: number) => GridCell, picked: Picked }} GridOptions
 * @typedef {ReturnType<typeof makeGrid>} Grid
 */

/**
 * A square grid of numbers with one stop for the Tab key and arrow keys inside. Rows and columns count from `first`,
 * which is negative where there is padding.
 * @param {GridOptions} options
 */
export function makeGrid({ rows, first, label, cell, picked }) {
  const body = make("tbody", { role: "presentation" });
  /** @type {HTMLElement[][]} */
  const cells = [];
  for (let r = 0; r < rows; r++) {
    cells.push(Array.from({ length: rows }, (_, c) => makeGridCell(cell(r + first, c + first), r + first, c + first)));
    body.append(make("tr", { role: "row" }, ...cells[r]));
  }
  const table = make("table", { class: "hp-grid", role: "grid", "aria-label": label }, body);
  const at = (/** @type {number} */ row, /** @type {number} */ column) => cells[row - first]?.[column - first];
  const targetOf = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest("td");
  const pick = (/** @type {Event} */ event, /** @type {PickedBy} */ by) => {
    const target = targetOf(event);
    if (target) picked(Number(target.dataset.row), Number(target.dataset.column), by);
  };
  table.addEventListener("pointerover", (event) => pick(event, "pointer"));
  table.addEventListener("focusin", (event) => pick(event, "focus"));
  table.addEventListener("pointerdown", (event) => pick(event, "pointer"));
  table.addEventListener("keydown", (event) => {
    const target = targetOf(event);
    const next = target && nextCell(event, Number(target.dataset.row) - first, Number(target.dataset.column) - first, rows - 1);
    if (!next) return;
    event.preventDefault();
    cells[next.row][next.column].focus();
  });
  return {
    table,
    at,
    cells: cells.flat(),
    rove: (/** @type {number} */ row, /** @type {number} */ column) => rove(cells.flat(), at(row, column)),
  };
}

/** @param {GridCell} cell @param {number} row @param {number} column */
function makeGridCell({ value, label, tint, classes }, row, column) {
  const cell = make("td", {
    role: "gridcell",
    tabindex: -1,
    "data-row": row,
    "data-column": column,
    "aria-label": label,
    class: classes.join(" ") || false,
    style: `--t:${Math.round(tint * 100) / 100}`,
  });
  cell.innerHTML = numberMarkup("cell", value);
  return cell;
}

/** Makes a cell the one that the Tab key reaches. @param {HTMLElement[]} cells @param {HTMLElement} chosen */
function rove(cells, chosen) {
  for (const cell of cells) cell.tabIndex = cell === chosen ? 0 : -1;
}

/**
 * Where a key leads from a cell; nothing for keys that don't move.
 * @param {KeyboardEvent} event @param {number} row @param {number} column @param {number} last
 */
function nextCell({ key, ctrlKey }, row, column, last) {
  const within = (/** @type {number} */ value) => Math.min(last, Math.max(0, value));
  switch (key) {
    case "ArrowUp":
      return { row: within(row - 1), column };
    case "ArrowDown":
      return { row: within(row + 1), column };
    case "ArrowLeft":
      return { row, column: within(column - 1) };
    case "ArrowRight":
      return { row, column: within(column + 1) };
    case "Home":
      return { row: ctrlKey ? 0 : row, column: 0 };
    case "End":
      return { row: ctrlKey ? last : row, column: last };
    default:
      return null;
  }
}
