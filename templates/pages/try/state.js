// What the reader has made: a picture of the input's size, painted and moved, and a changed network, with steps that can be undone.
import { blankBoard, copyBoard } from "../../js/live/paint/brush.js";
import { addStep, beginHistory, redo, undo } from "../../js/live/paint/history.js";
import { isStill, moved, STILL } from "../../js/live/paint/move.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/paint/move.js").Move} Move */

/**
 * `base` is the picture as it came, `board` with what was painted on it, `move` how that is moved, `changes` those of the network.
 * @typedef {{ base: Board, board: Board, move: Readonly<Move>, changes: Intervention[] }} Step
 */

/** @typedef {import("../../js/live/paint/history.js").History<Step>} Steps */

/** A picture that nothing was done to. @param {Board} board @param {Intervention[]} changes @returns {Step} */
export function fresh(board, changes = []) {
  return { base: board, board, move: STILL, changes };
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

  /** Begins with a picture and changes, and nothing before them. @param {Board} board @param {Intervention[]} changes */
  open(board, changes) {
    this.steps = beginHistory(fresh(board, changes));
  }

  /** Begins with another picture; the one before can be brought back. @param {Board} board */
  begin(board) {
    this.steps = addStep(this.steps, fresh(board, this.now.changes));
  }

  /** Changes the network. @param {Intervention[]} changes @param {boolean} isStep true begins a step that can be undone */
  change(changes, isStep) {
    this.put({ ...this.now, changes }, isStep);
  }

  /** An empty picture. */
  blank() {
    const { width, height } = this.now.board;
    return blankBoard(width, height, this.paper);
  }

  /** Empties it. */
  clear() {
    this.begin(this.blank());
  }

  /** A board to paint on, and what lies beneath it; a move becomes part of both. @returns {{ board: Board, base: Board }} */
  forPainting() {
    const { base, board, move } = this.now;
    return isStill(move) ? { base, board: copyBoard(board) } : { base: moved(base, move, this.paper), board: copyBoard(this.seen()) };
  }

  /** Keeps what was painted as a step. @param {Board} base @param {Board} board */
  painted(base, board) {
    this.steps = addStep(this.steps, { ...this.now, base, board, move: STILL });
  }

  /** Moves it. @param {Partial<Move>} change @param {boolean} isStep true begins a step that can be undone */
  move(change, isStep) {
    this.put({ ...this.now, move: { ...this.now.move, ...change } }, isStep);
  }

  /** @param {Step} now @param {boolean} isStep */
  put(now, isStep) {
    this.steps = isStep ? addStep(this.steps, now) : { ...this.steps, now };
  }

  undo() {
    this.steps = undo(this.steps);
  }

  redo() {
    this.steps = redo(this.steps);
  }
}
