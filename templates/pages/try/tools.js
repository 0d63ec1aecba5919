// The tools beside the picture: brush, colour, size, steps back, and how the picture is moved.
import { find } from "../../js/dom.js";

/** @typedef {import("./board.js").Tool} Tool */

/** @param {string} name @returns {HTMLInputElement} */
function input(name) {
  return /** @type {HTMLInputElement} */ (find(`.studio [name="${name}"]`));
}

/** What there is to undo and redo; the hand that undid the last goes on to the other button. @param {import("./state.js").Steps} steps */
function showSteps({ past, next }) {
  const [undo, redo] = ["undo", "redo"].map((name) => /** @type {HTMLButtonElement} */ (find(`[data-do=${name}]`)));
  const focused = document.activeElement;
  [undo.disabled, redo.disabled] = [past.length === 0, next.length === 0];
  if (focused === undo && undo.disabled) redo.focus();
  if (focused === redo && redo.disabled) undo.focus();
}

/**
 * Starts them.
 * @param {import("./state.js").Picture} picture
 * @param {() => void} changed a step is done
 * @param {() => void} moving it is being moved
 * @returns {{ tool(): Tool, show(): void }}
 */
export function startTools(picture, changed, moving) {
  const moves = /** @type {Array<"x" | "y" | "angle" | "zoom">} */ (["x", "y", "angle", "zoom"]);
  const show = () => {
    for (const name of moves) {
      input(name).value = String(picture.now.move[name]);
      const said = input(name).parentElement?.querySelector("output");
      if (said) said.value = String(picture.now.move[name]) + (name === "angle" ? "°" : name === "zoom" ? " ×" : "");
    }
    showSteps(picture.steps);
    const said = /** @type {HTMLOutputElement | null} */ (find("[name=size-said]"));
    if (said) said.value = input("size").value;
  };
  const acts = {
    undo: () => picture.undo(),
    redo: () => picture.redo(),
    clear: () => picture.clear(),
    blank: () => picture.clear(),
  };
  for (const [name, act] of Object.entries(acts)) {
    find(`[data-do=${name}]`)?.addEventListener("click", () => {
      act();
      changed();
    });
  }
  let isNew = true;
  for (const name of moves) {
    input(name).addEventListener("input", () => {
      picture.move({ [name]: input(name).valueAsNumber }, isNew);
      isNew = false;
      show();
      moving();
    });
    input(name).addEventListener("change", () => {
      isNew = true;
      changed();
    });
  }
  input("size").addEventListener("input", show);
  addEventListener("keydown", (event) => {
    const isElsewhere = /** @type {Element} */ (event.target).matches("input[type=number]");
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || isElsewhere) return;
    event.preventDefault();
    if (event.shiftKey) picture.redo();
    else picture.undo();
    changed();
  });
  const tool = () => {
    const kind = /** @type {HTMLInputElement} */ (find(".studio [name=tool]:checked")).value;
    const colour = [1, 3, 5].map((at) => parseInt(input("colour").value.slice(at, at + 2), 16));
    return /** @type {Tool} */ ({ kind, size: input("size").valueAsNumber, colour });
  };
  return { tool, show };
}
