// The picture under the reader's hand: by mouse, pen, finger and keyboard.
import { make } from "../../js/dom.js";
import { erase, paint } from "../../js/live/paint/brush.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/paint/brush.js").Point} Point */
/** @typedef {{ x: number, y: number, width: number, height: number }} Patch */
/** @typedef {{ kind: "brush" | "eraser" | "patch", colour: number[], size: number }} Tool */

/**
 * What a board does with a hand's moves.
 * @typedef {object} Hand
 * @property {() => Tool} tool what it holds
 * @property {() => { board: Board, base: Board }} begin a board to paint on
 * @property {(board: Board) => void} moving shows what is painted so far
 * @property {(base: Board, board: Board) => void} done keeps it
 * @property {(patch: Patch | null, isDone: boolean) => void} patch a rectangle that is drawn; null gives it up
 * @property {(row: number, column: number) => void} at says where the cursor is
 */

/** The rectangle between two points, in whole pixels. @param {Point} from @param {Point} to @returns {Patch} */
function patchBetween(from, to) {
  const [x, y] = [Math.floor(Math.min(from.x, to.x)), Math.floor(Math.min(from.y, to.y))];
  return { x, y, width: Math.floor(Math.max(from.x, to.x)) - x + 1, height: Math.floor(Math.max(from.y, to.y)) - y + 1 };
}

/** Lets a hand paint on a canvas. @param {HTMLCanvasElement} canvas @param {Hand} hand */
export function startBoard(canvas, hand) {
  /** @type {{ board: Board, base: Board, last: Point, first: Point } | null} */
  let stroke = null;

  /** @param {Point} from @param {Point} to */
  const draw = (from, to) => {
    if (!stroke) return;
    const { kind, colour, size } = hand.tool();
    if (kind === "patch") return hand.patch(patchBetween(stroke.first, to), false);
    if (kind === "brush") paint(stroke.board, from, to, size, colour);
    else erase(stroke.board, stroke.base, from, to, size);
    hand.moving(stroke.board);
  };
  /** @param {Point} point */
  const begin = (point) => {
    stroke = { ...hand.begin(), first: point, last: point };
    draw(point, point);
  };
  /** @param {Point} point */
  const goOn = (point) => {
    if (!stroke) return;
    draw(stroke.last, point);
    stroke.last = point;
  };
  const end = () => {
    if (!stroke) return;
    const { board, base, first, last } = stroke;
    stroke = null;
    if (hand.tool().kind === "patch") hand.patch(patchBetween(first, last), true);
    else hand.done(base, board);
  };

  // A patch that isn't done is given up; a line stays as far as it was drawn.
  const cancel = () => {
    if (!stroke || hand.tool().kind !== "patch") return end();
    stroke = null;
    hand.patch(null, false);
  };

  /** @param {PointerEvent} event @returns {Point} */
  const pointOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return { x: ((event.clientX - box.left) / box.width) * canvas.width, y: ((event.clientY - box.top) / box.height) * canvas.height };
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    canvas.setPointerCapture(event.pointerId);
    begin(pointOf(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!stroke || !event.isPrimary) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length > 0 ? events : [event]) goOn(pointOf(each));
  });
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", cancel);
  startKeys(canvas, hand, { begin, goOn, end, cancel, isDown: () => stroke !== null });
}

/** @typedef {{ begin(point: Point): void, goOn(point: Point): void, end(): void, cancel(): void, isDown(): boolean }} Pen */

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Arrow keys move a cursor, Space puts the brush down and lifts it, Escape lifts it, or gives up a patch.
 * @param {HTMLCanvasElement} canvas
 * @param {Hand} hand
 * @param {Pen} pen
 */
function startKeys(canvas, hand, pen) {
  const cursor = make("span", { class: "board-cursor", hidden: true });
  canvas.after(cursor);
  let [column, row] = [Math.floor(canvas.width / 2), Math.floor(canvas.height / 2)];
  const point = () => ({ x: column + 0.5, y: row + 0.5 });
  const show = () => {
    cursor.hidden = false;
    const place = { "--x": column, "--y": row, "--size": hand.tool().size };
    for (const [name, value] of Object.entries(place)) cursor.style.setProperty(name, String(value));
    cursor.classList.toggle("is-down", pen.isDown());
    hand.at(row, column);
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[/** @type {keyof typeof STEPS} */ (event.key)];
    if (step) {
      const far = event.shiftKey ? 8 : 1;
      column = Math.min(canvas.width - 1, Math.max(0, column + step[0] * far));
      row = Math.min(canvas.height - 1, Math.max(0, row + step[1] * far));
      if (pen.isDown()) pen.goOn(point());
    } else if (event.key === " " || event.key === "Enter") {
      if (pen.isDown()) pen.end();
      else pen.begin(point());
    } else if (event.key === "Escape" && pen.isDown()) pen.cancel();
    else return;
    event.preventDefault();
    show();
  });
  canvas.addEventListener("focus", () => {
    if (canvas.matches(":focus-visible")) show();
  });
  canvas.addEventListener("blur", () => {
    if (pen.isDown()) pen.cancel();
    cursor.hidden = true;
  });
  canvas.addEventListener("pointerdown", () => {
    cursor.hidden = true;
  });
}
