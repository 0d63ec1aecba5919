// Brings the picture, the network and what is changed in it together: whatever changes, all is computed and drawn anew.
import { find, findAll } from "../../js/dom.js";
import { within } from "../../js/live/address/interventions.js";
import { readAddress } from "../../js/live/address/address.js";
import { LiveNetwork } from "../../js/live/live-network.js";
import { coveredBy } from "../../js/live/paint/brush.js";
import { isStill } from "../../js/live/paint/move.js";
import { tensorFrom } from "../../js/live/recipe/tensor.js";
import { PictureError } from "../../js/live/recipe/refusal.js";
import { wordOf } from "../../js/words.js";
import { showInterventions, tidied, withOne, withoutOne } from "./changes.js";
import { isOfPicture, namedPicture, namedUnit, told, writeAddress } from "./link.js";
import { rank } from "./ranking.js";
import { boardOfChannels, painted } from "./sources.js";
import { Stage } from "./stage.js";
import { Picture } from "./state.js";
import { wire } from "./wire.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("../../js/live/recipe/placement.js").Recipe} Recipe */
/** @typedef {import("./whatif.js").LayerInfo} LayerInfo */

/** `recorded`: where what was recorded of it lies. @typedef {{ id: string, title: string, channels: string[], recorded: string }} SitePicture */

/**
 * What the page knows of the site.
 * @typedef {object} Site
 * @property {SitePicture[]} pictures
 * @property {{ layer: string, isShare: boolean, names: string[] }} output
 * @property {LayerInfo[]} layers
 */

/** @typedef {{ fail(error: unknown): void, note(text: string): void, clearMessage(): void }} Voice */

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
    this.stage = new Stage(site, network, () => this.update());
    /** A stroke that isn't done, and a patch that is being drawn. @type {Board | null} */
    this.stroke = null;
    /** @type {Intervention | null} */
    this.patch = null;
    /** @type {ReturnType<typeof wire> | undefined} */
    this.tools = undefined;
    /** The unit that the controls stand for, once one was chosen. @type {string | null} */
    this.unit = null;
    /** What the ranking that is shown was made of. @type {import("./state.js").Step | null} */
    this.ranked = null;
    /** What was recorded of boards that are the site's own pictures. @type {WeakMap<Board, string>} */
    this.recorded = new WeakMap();
    this.turn = this.taken = this.took = 0;
    this.isRunning = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
  }

  /** Opens the network, and shows what the address says, or the site's first picture. @param {Site} site @param {Voice} voice */
  static async open(site, voice) {
    const network = await LiveNetwork.open(document.body.dataset.root ?? "");
    if (!network.recipe) throw new PictureError("live_no_recipe");
    const studio = new Studio(site, network, voice);
    for (const part of findAll(".studio, .try-network")) part.hidden = false;
    studio.tools = wire(studio);
    await studio.restore();
    addEventListener("hashchange", () => (location.hash && !isOfPicture() ? studio.writeAddress() : studio.restore()));
  }

  /** What is changed in the network. */
  get interventions() {
    return this.picture.now.changes;
  }

  /** Shows what the address says. */
  async restore() {
    if (told() === this.written) return;
    this.written = told();
    const { canvas } = this.stage;
    const { board, interventions, problem } = await readAddress(this.network.key, canvas.width, canvas.height);
    const { changes, leftOut } = tidied(interventions, (one) => this.network.fits(one));
    this.picture.open(board ?? (await this.givenBoard()), changes);
    this.showState();
    this.restoreUnit();
    await this.update();
    if (problem) this.voice.fail(new PictureError(problem));
    else if (leftOut.length > 0) this.voice.note(wordOf("live_left_out", leftOut.join(", ")));
  }

  /** The picture of the site that the address names, or the first. */
  async givenBoard() {
    const { pictures } = this.site;
    const picture = pictures.find(({ id }) => id === namedPicture()) ?? pictures[0];
    return picture.channels.length > 0 ? this.boardOf(picture) : this.picture.blank();
  }

  /** One of the site's pictures; what was recorded of it is known. @param {SitePicture} picture */
  async boardOf({ channels, recorded }) {
    const board = await boardOfChannels(channels, this.recipe);
    this.recorded.set(board, recorded);
    return board;
  }

  /** Where what was recorded lies, if what is shown is just that. */
  get recordedRoute() {
    const { board, move, changes } = this.picture.now;
    return changes.length === 0 && isStill(move) ? (this.recorded.get(board) ?? "") : "";
  }

  /** The controls stand for the unit that the address names. */
  restoreUnit() {
    const named = namedUnit();
    this.unit = named && `${named.layer}/${named.unit}`;
    if (!named) return;
    this.tools?.whatIf.choose(named.layer, named.unit);
    find(".studio-whatif")?.scrollIntoView({ block: "nearest" });
  }

  /** The controls stand for another unit: the address follows. @param {string} layer @param {number} unit */
  choose(layer, unit) {
    this.unit = `${layer}/${unit}`;
    this.writeSoon();
  }

  /** Takes a picture from somewhere; what is wrong is told, and the one before stays; the last asked for wins. @param {() => Promise<Board>} get */
  async take(get) {
    document.documentElement.dataset.live = "working";
    this.voice.clearMessage();
    const taken = ++this.taken;
    try {
      await painted();
      const board = await get();
      if (taken !== this.taken) return;
      this.picture.begin(board);
    } catch (error) {
      return taken === this.taken ? this.voice.fail(error) : undefined;
    }
    this.changed();
  }

  /** @param {Intervention} one @param {boolean} isStep it begins a step that can be undone */
  intervene(one, isStep = true) {
    this.picture.change(withOne(this.interventions, within(one)), isStep);
    this.changed();
  }

  /** @param {Intervention} one */
  takeBack(one) {
    this.picture.change(withoutOne(this.interventions, one), true);
    this.changed();
  }

  /** What is to be seen of the steps: tools, the list of changes and its controls. */
  showState() {
    this.tools?.show();
    this.tools?.whatIf.show(this.interventions);
    showInterventions(this.interventions, this.about, (one) => this.takeBack(one));
  }

  /** Something was changed that can be undone: the address follows. */
  changed() {
    this.showState();
    this.writeSoon();
    return this.update();
  }

  /** The address follows when the hand rests. */
  writeSoon() {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.writeAddress(), 250);
  }

  async writeAddress() {
    await writeAddress(this.network.key, this.picture.seen(), this.interventions, this.unit);
    this.written = told();
  }

  /** The picture as the network sees it, with what covers it. @param {Intervention[]} interventions @returns {Board} */
  seen(interventions) {
    return coveredBy(this.stroke ?? this.picture.seen(), interventions);
  }

  /** The numbers that the network reads. @param {Board} board */
  tensorOf(board) {
    return tensorFrom(board.rgb, new Uint8Array(0), this.recipe);
  }

  /** Computes and draws; while it computes, the newest change waits, and those before it are left out. */
  async update() {
    this.turn++;
    this.voice.clearMessage();
    if (this.ranked !== this.picture.now || this.stroke || this.patch) find(".ranking")?.remove();
    document.documentElement.dataset.live = "working";
    if (this.isRunning) return;
    this.isRunning = true;
    try {
      for (let turn = 0; turn !== this.turn;) {
        turn = this.turn;
        await this.draw();
      }
      this.stage.settle(this.took, this.recordedRoute);
    } catch (error) {
      this.voice.fail(error);
    } finally {
      this.isRunning = false;
    }
  }

  async draw() {
    const interventions = this.patch ? [...this.interventions, this.patch] : this.interventions;
    const began = performance.now();
    const board = this.seen(interventions);
    this.stage.showPicture(board);
    const maps = await this.network.run(this.tensorOf(board), interventions);
    if (!maps) return;
    const unchanged = interventions.length > 0 ? await this.network.run(this.tensorOf(this.seen([])), []) : null;
    this.stage.show(board, maps, unchanged);
    this.took = performance.now() - began;
  }

  /** Which units of a layer the answer needs. @param {LayerInfo} layer */
  rank(layer) {
    const { output } = this.site;
    const { now } = this.picture;
    const tensor = this.tensorOf(this.seen(now.changes));
    this.ranked = now;
    const answer = async (/** @type {Intervention[]} */ changes) =>
      now === this.picture.now ? (await this.network.run(tensor, changes))?.(output.layer) : undefined;
    return rank(layer, output, now.changes, answer);
  }

  /** @param {string} text */
  say(text) {
    const said = find("[data-said]");
    if (said) said.textContent = text;
  }
}
