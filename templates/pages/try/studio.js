// Brings the picture, the network and what is changed in it together: whatever changes, all is computed and drawn anew.
import { find, findAll, make } from "../../js/dom.js";
import { coveredBy } from "../../js/live/paint/brush.js";
import { showBoard } from "../../js/live/paint/show.js";
import { tensorFrom } from "../../js/live/recipe/tensor.js";
import { PictureError } from "../../js/live/recipe/refusal.js";
import { wordOf } from "../../js/words.js";
import { readAddress } from "../../js/live/address/address.js";
import { showAnswer } from "./answer.js";
import { differenceOf, startCompare } from "./compare.js";
import { isOfPicture, told, writeAddress } from "./link.js";
import { drawColumns, readColumns, sayColumns } from "./network.js";
import { within } from "../../js/live/address/interventions.js";
import { LiveNetwork } from "../../js/live/live-network.js";
import { rankUnits, showRanking } from "./ranking.js";
import { boardOfChannels } from "./sources.js";
import { Picture } from "./state.js";
import { showInterventions, withOne } from "./whatif.js";
import { wire } from "./wire.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("../../js/live/recipe/placement.js").Recipe} Recipe */
/** @typedef {import("./whatif.js").LayerInfo} LayerInfo */

/**
 * What the page knows of the site.
 * @typedef {object} Site
 * @property {Array<{ id: string, title: string, channels: string[] }>} pictures
 * @property {{ layer: string, isShare: boolean, names: string[] }} output
 * @property {LayerInfo[]} layers
 */

/** @typedef {{ fail(error: unknown): void, clearMessage(): void }} Voice */

/** The reader's workshop. */
export class Studio {
  /** @param {Site} site @param {LiveNetwork} network @param {Voice} voice */
  constructor(site, network, voice) {
    this.site = site;
    this.recipe = network.recipe;
    this.network = network;
    /** @type {import("./whatif.js").About} */
    this.about = { network, layers: site.layers, output: site.output };
    this.voice = voice;
    const [, height, width] = this.recipe.shape;
    this.picture = new Picture(
      width,
      height,
      [16, 8, 0].map((shift) => (this.recipe.background >> shift) & 255),
    );
    this.canvas = /** @type {HTMLCanvasElement} */ (find(".board canvas"));
    /** @type {Intervention[]} */
    this.interventions = [];
    /** A stroke that isn't done, and a patch that is being drawn. @type {Board | null} */
    this.stroke = null;
    /** @type {Intervention | null} */
    this.patch = null;
    this.seenFirst = this.makeSeen();
    /** @type {import("./network.js").Column[]} */
    this.columns = [];
    this.compare = startCompare(
      () => this.shown(),
      () => this.update(),
    );
    /** @type {Board | undefined} */
    this.board = undefined;
    /** @type {ReturnType<typeof wire> | undefined} */
    this.tools = undefined;
    this.turn = this.taken = 0;
    this.isRunning = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.resting = undefined;
  }

  /** Opens the network, and shows what the address says, or the site's first picture. @param {Site} site @param {Voice} voice */
  static async open(site, voice) {
    const network = await LiveNetwork.open(document.body.dataset.root ?? "");
    if (!network.recipe) throw new PictureError("live_no_recipe");
    const studio = new Studio(site, network, voice);
    for (const part of findAll(".studio, .try-network")) part.hidden = false;
    studio.columns = readColumns(/** @type {HTMLElement} */ (find(".try-network .network")));
    studio.tools = wire(studio);
    await studio.restore();
    addEventListener("hashchange", () => (location.hash && !isOfPicture() ? studio.writeAddress() : studio.restore()));
  }

  /** Whose range the colours have. */
  get scale() {
    return /** @type {HTMLInputElement | null} */ (find(".try-network [name=scale]:checked"))?.value ?? "layer";
  }

  /** Shows what the address says. */
  async restore() {
    if (told() === this.written) return;
    this.written = told();
    const { board, interventions, problem } = await readAddress(this.network.key, this.canvas.width, this.canvas.height);
    this.interventions = interventions.filter((one) => this.network.fits(one));
    const first = this.site.pictures[0];
    if (board) this.picture.open(board);
    else if (first.channels.length > 0) this.picture.open(await boardOfChannels(first.channels, this.recipe));
    this.tools?.show();
    await this.update();
    if (problem) this.voice.fail(new PictureError(problem));
  }

  /** Takes a picture from somewhere; what is wrong is told, and the one before stays; the last asked for wins. @param {() => Promise<Board>} get */
  async take(get) {
    document.documentElement.dataset.live = "working";
    this.voice.clearMessage();
    const taken = ++this.taken;
    try {
      const board = await get();
      if (taken !== this.taken) return;
      this.picture.begin(board);
    } catch (error) {
      return taken === this.taken ? this.voice.fail(error) : undefined;
    }
    this.changed();
  }

  /** @param {Intervention} one */
  intervene(one) {
    this.interventions = withOne(this.interventions, within(one));
    this.changed();
  }

  /** Something was changed that can be undone: the address follows. */
  changed() {
    this.voice.clearMessage();
    this.tools?.show();
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.writeAddress(), 250);
    return this.update();
  }

  /** The picture as the network sees it, with what covers it. @param {Intervention[]} interventions @returns {Board} */
  seen(interventions) {
    return coveredBy(this.stroke ?? this.picture.seen(), interventions);
  }

  /** Computes and draws; while it computes, the newest change waits, and those before it are left out. */
  async update() {
    this.turn++;
    document.documentElement.dataset.live = "working";
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let turn = 0; turn !== this.turn;) {
        turn = this.turn;
        await this.draw();
      }
      this.settle();
    } catch (error) {
      this.voice.fail(error);
    } finally {
      this.isRunning = false;
    }
  }

  /** The numbers that the network reads. @param {Board} board */
  tensorOf(board) {
    return tensorFrom(board.rgb, new Uint8Array(0), this.recipe);
  }

  async draw() {
    const interventions = this.patch ? [...this.interventions, this.patch] : this.interventions;
    const began = performance.now();
    const board = this.seen(interventions);
    showBoard(this.canvas, board);
    showBoard(this.seenFirst, board);
    const maps = await this.network.run(this.tensorOf(board), interventions);
    if (!maps) return;
    const unchanged = interventions.length > 0 ? await this.network.run(this.tensorOf(this.seen([])), []) : null;
    this.maps = maps;
    this.board = board;
    const reference = this.compare.reference(unchanged);
    const differs = reference && this.compare.isDifference;
    drawColumns(this.columns, differs ? differenceOf(maps, reference, this.signed) : maps, this.scale);
    const { output } = this.site;
    const values = maps(output.layer);
    const word = wordOf(this.compare.isKept ? "live_kept" : "live_before");
    if (values) showAnswer(output, values, reference?.(output.layer) ?? null, word);
    showInterventions(this.interventions, this.about, (index) => {
      this.interventions = this.interventions.filter((_, i) => i !== index);
      this.changed();
    });
    this.took = performance.now() - began;
  }

  /** What can wait until the picture rests. */
  settle() {
    const { maps } = this;
    if (!maps) return;
    clearTimeout(this.resting);
    const nameOf = (/** @type {string} */ id) => this.site.layers.find((layer) => layer.id === id)?.name ?? id;
    this.resting = setTimeout(() => sayColumns(this.columns, maps, nameOf), 250);
    const notes = find(".answer-notes");
    if (notes) notes.textContent = wordOf("live_took", Math.max(1, Math.round(this.took ?? 0)));
    document.documentElement.dataset.live = "ready";
  }

  /** What is shown, to keep it. */
  shown() {
    const { maps, board } = this;
    return maps && board ? { maps, board } : null;
  }

  /** Layers whose numbers are signed. */
  get signed() {
    return new Set(this.columns.filter((column) => column.palette === "diverging").map((column) => column.id));
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

  /** Which units of a layer the answer needs. @param {LayerInfo} layer */
  async rank(layer) {
    const { output } = this.site;
    const tensor = this.tensorOf(this.seen(this.interventions));
    const answer = async (/** @type {Intervention[]} */ changes) => (await this.network.run(tensor, changes))?.(output.layer);
    const ranking = await rankUnits(layer, this.interventions, answer);
    if (ranking) showRanking(layer.name, output.names[ranking.best] ?? String(ranking.best), ranking.rows);
  }

  async writeAddress() {
    await writeAddress(this.network.key, this.picture.seen(), this.interventions);
    this.written = told();
  }

  /** @param {string} text */
  say(text) {
    const said = find("[data-said]");
    if (said) said.textContent = text;
  }
}
