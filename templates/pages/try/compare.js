// A picture that is kept aside to compare others with, and what differs between the maps of two runs.
import { find } from "../../js/dom.js";
import { showBoard } from "../../js/live/paint/show.js";

/** @typedef {import("../../js/live/live-network.js").Maps} Maps */
/** @typedef {import("../../js/live/paint/brush.js").Board} Board */

/**
 * What a run gave less what another gave, of signed layers; the others stay as they are.
 * @param {Maps} maps
 * @param {Maps} other
 * @param {Set<string>} signed
 * @returns {Maps}
 */
export function differenceOf(maps, other, signed) {
  return (layer) => {
    const [values, before] = [maps(layer), other(layer)];
    return values && before && signed.has(layer) ? values.map((value, i) => value - before[i]) : values;
  };
}

/**
 * Starts what is pressed.
 * @param {() => { maps: Maps, board: Board } | null} now what is shown
 * @param {() => void} changed
 */
export function startCompare(now, changed) {
  const panel = /** @type {HTMLElement} */ (find(".compare"));
  const [kept, choice] = [find(".kept", panel), find("label", panel)].map((element) => /** @type {HTMLElement} */ (element));
  const box = /** @type {HTMLInputElement} */ (find("input", panel));
  /** @type {ReturnType<typeof now>} */
  let other = null;
  const keep = (/** @type {typeof other} */ picture) => {
    other = picture;
    kept.hidden = !picture;
    if (picture) {
      const canvas = /** @type {HTMLCanvasElement} */ (find("canvas", kept));
      [canvas.width, canvas.height] = [picture.board.width, picture.board.height];
      showBoard(canvas, picture.board);
    }
    changed();
  };
  const keeper = find("[data-do=keep]", panel);
  keeper?.addEventListener("click", () => keep(now()));
  find("[data-do=drop]", panel)?.addEventListener("click", () => {
    keep(null);
    keeper?.focus();
  });
  box.addEventListener("change", changed);
  return {
    /**
     * The run that the one in hand is compared with, if any: the kept picture's, or that of the unchanged network.
     * @param {Maps | null} unchanged
     */
    reference(unchanged) {
      const reference = other?.maps ?? unchanged;
      choice.hidden = !reference;
      return reference;
    },
    /** Whether maps show what differs. */
    get isDifference() {
      return box.checked;
    },
    /** Whether another picture is kept. */
    get isKept() {
      return other !== null;
    },
  };
}
