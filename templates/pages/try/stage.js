// What is seen of a run: the picture, every layer, and the answer, beside what they are compared with.
import { find, make } from "../../js/dom.js";
import { showBoard } from "../../js/live/paint/show.js";
import { wordOf } from "../../js/words.js";
import { showAnswer, showNoAnswer } from "./answer.js";
import { differenceOf, startCompare } from "./compare.js";
import { exactnessOf, showExactness } from "./exactness.js";
import { drawColumns, readColumns, sayColumns } from "./network.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {import("../../js/live/live-network.js").Maps} Maps */

/** So long a picture rests before all of it is put into words. */
const REST = 250;

/** Where runs are shown. */
export class Stage {
  /** @param {import("./studio.js").Site} site @param {LiveNetwork} network @param {() => void} changed another comparison is asked for */
  constructor(site, network, changed) {
    this.site = site;
    this.network = network;
    this.canvas = /** @type {HTMLCanvasElement} */ (find(".board canvas"));
    this.seenFirst = this.makeSeen();
    this.columns = readColumns(/** @type {HTMLElement} */ (find(".try-network .network")));
    this.compare = startCompare(() => this.shown, changed);
    /** The run that is shown, to keep it. @type {{ maps: Maps, board: Board } | null} */
    this.shown = null;
    /** The run that was compared with what was recorded. @type {Maps | null} */
    this.compared = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
    find(".try-network .overview")?.setAttribute("aria-label", wordOf("live_at_work"));
  }

  /** The picture in the overview: a canvas in the place of the recorded one. */
  makeSeen() {
    const image = find(".try-network .seen-first img");
    const { width, height } = this.canvas;
    const attributes = { width, height, role: "img", "aria-label": wordOf("your_picture") };
    const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", attributes));
    image?.replaceWith(canvas);
    return canvas;
  }

  /** Whose range the colours have. */
  get scale() {
    return /** @type {HTMLInputElement | null} */ (find(".try-network [name=scale]:checked"))?.value ?? "layer";
  }

  /** Layers whose numbers are signed. */
  get signed() {
    return new Set(this.columns.filter((column) => column.palette === "diverging").map((column) => column.id));
  }

  /** A layer's name, as pages have it. @param {string} id */
  nameOf(id) {
    return this.site.layers.find((layer) => layer.id === id)?.name ?? id;
  }

  /** The picture, which is there before the network has answered. @param {Board} board */
  showPicture(board) {
    showBoard(this.canvas, board);
    showBoard(this.seenFirst, board);
  }

  /** @param {Board} board @param {Maps} maps @param {Maps | null} unchanged what the unchanged network gives, where it is another */
  show(board, maps, unchanged) {
    const { output } = this.site;
    this.shown = { maps, board };
    const reference = this.compare.reference(unchanged);
    const differs = reference && this.compare.isDifference;
    drawColumns(this.columns, differs ? differenceOf(maps, reference, this.signed) : maps, this.scale, output);
    const values = maps(output.layer);
    const word = wordOf(this.compare.isKept ? "live_kept" : "live_before");
    if (values) showAnswer(output, values, reference?.(output.layer) ?? null, word);
    else showNoAnswer(this.nameOf(this.network.stops[0]?.layer ?? output.layer));
  }

  /** A picture of the site can be compared with what was recorded of it. @param {string} recorded */
  offerExactness(recorded) {
    const [place, button] = [find(".exactness"), find("[data-do=exactness]")];
    const { shown } = this;
    if (!place || !button || !shown) return;
    place.hidden = recorded === "";
    if (this.compared !== shown.maps) find("[data-exactness]", place)?.replaceChildren();
    button.onclick = async () => {
      const exactness = await exactnessOf(recorded, this.network, shown.maps);
      if (this.shown !== shown) return;
      this.compared = shown.maps;
      showExactness(exactness, (id) => this.nameOf(id));
    };
  }

  /** What can wait until the picture rests. @param {number} took milliseconds @param {string} recorded where what was recorded of it lies */
  settle(took, recorded) {
    if (!this.shown) return;
    const { maps } = this.shown;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => sayColumns(this.columns, maps, (id) => this.nameOf(id)), REST);
    const notes = find(".answer-notes");
    if (notes) notes.textContent = wordOf("live_took", Math.max(1, Math.round(took)));
    this.offerExactness(recorded);
    document.documentElement.dataset.live = "ready";
  }
}
