// What the reader has made: a picture of the input's size, painted and moved, with steps that can be undone.
import { blankBoard, copyBoard } from "../../js/live/paint/brush.js";
import { addStep, beginHistory, redo, undo } from "../../js/live/paint/history.js";
import { isStill, moved, STILL } from "../../js/live/paint/move.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/paint/move.js").Move} Move */

/**
 * `base` is the picture as it came, `board` with what was painted on it, `move` how that is moved.
 * @typedef {{ base: Board, board: Board, move: Readonly<Move> }} Step
 */

/** @typedef {import("../../js/live/paint/history.js").History<Step>} Steps */

/** A picture that nothing was done to. @param {Board} board @returns {Step} */
export function fresh(board) {
  return { base: board, board, move: STILL };
}

/** The picture in hand. */
export class Picture {
  /** @param {number} width @param {number} height @param {number[]} paper the colour of an empty picture */
  constructor(width, height, paper) {
    this.paper = paper;
    /** @type {Steps} */
    this.steps = beginHistory(fresh(blankBoard(width, height, paper)));
  }

  get now() {
    return this.steps.now;
  }

  /** As the network sees it. @returns {Board} */
  seen() {
    return moved(this.now.board, this.now.move, this.paper);
  }

  /** Begins with a picture, and nothing before it. @param {Board} board */
  open(board) {
    this.steps = beginHistory(fresh(board));
  }

  /** Begins with another picture; the one before can be brought back. @param {Board} board */
  begin(board) {
    this.steps = addStep(this.steps, fresh(board));
  }

  /** Empties it. */
  clear() {
    const { width, height } = this.now.board;
    this.begin(blankBoard(width, height, this.paper));
  }

  /** A board to paint on, and what lies beneath it; a move becomes part of both. @returns {{ board: Board, base: Board }} */
  forPainting() {
    const { base, board, move } = this.now;
    return isStill(move) ? { base, board: copyBoard(board) } : { base: moved(base, move, this.paper), board: copyBoard(this.seen()) };
  }

  /** Keeps what was painted as a step. @param {Board} base @param {Board} board */
  painted(base, board) {
    this.steps = addStep(this.steps, { base, board, move: STILL });
  }

  /** Moves it. @param {Partial<Move>} change @param {boolean} isStep true begins a step that can be undone */
  move(change, isStep) {
    const now = { ...this.now, move: { ...this.now.move, ...change } };
    this.steps = isStep ? addStep(this.steps, now) : { ...this.steps, now };
  }

  undo() {
    this.steps = undo(this.steps);
  }

  redo() {
    this.steps = redo(this.steps);
  }
}
