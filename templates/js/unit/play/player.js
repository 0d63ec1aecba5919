// Play, pause, step, scrub: the cells of a map are made one after the other, and what isn't made yet is veiled.

import { find, make } from "../../dom.js";
import { wordOf } from "../../words.js";
import { isStill, showAllBeats, showBeat } from "./beats.js";
import { beatTime, rateOf } from "./clock.js";

/** @import { Beat } from "./beats.js" */

/**
 * What is played: cells row by row, each in its beats.
 * @typedef {{
 *   height: number, width: number, count?: number, root: HTMLElement, maps: HTMLElement[],
 *   at(): number, go(cell: number): void, beats(): Beat[], rested?(): void,
 * }} Track
 *
 * @typedef {{ stop(): void, isPlaying(): boolean }} Player
 */

/** @param {HTMLElement} controls the `.player` @param {Track} track @returns {Player} */
export function startPlayer(controls, track) {
  const { height, width } = track;
  const count = track.count ?? height * width;
  const [play, back, next, whole] = ["play", "back", "next", "whole"].map(
    (name) => /** @type {HTMLButtonElement} */ (find(`[data-do="${name}"]`, controls)),
  );
  const scrub = /** @type {HTMLInputElement} */ (find('[name="cell"]', controls));
  const speed = /** @type {HTMLInputElement} */ (find('[name="speed"]', controls));
  let [beats, beat, frame, since, isFirst] = [/** @type {Beat[]} */ ([]), 0, 0, 0, true];
  let isHeld = false;

  for (const map of track.maps) map.append(make("span", { class: "veil" }));
  scrub.max = String((count > 1 ? count : track.beats().length) - 1);
  controls.hidden = false;

  const last = () => Math.max(0, beats.length - 1);
  /** Shows the state: which cells are made, and how far this one is. @param {number} time of a flight */
  const show = (time) => {
    const cell = track.at();
    const made = beat >= last() ? cell + 1 : cell;
    const style = track.root.style;
    style.setProperty("--made-row", String(Math.floor(made / width) / height));
    style.setProperty("--made-next", String((Math.floor(made / width) + 1) / height));
    style.setProperty("--made-column", String((made % width) / width));
    track.root.classList.toggle("held", isHeld && count > 1);
    track.root.classList.toggle("unmade", isHeld && beat < last());
    whole.hidden = !isHeld;
    if (isHeld) showBeat(beats, beat, time);
    sync();
  };
  const goTo = (/** @type {number} */ cell) => {
    track.go(cell);
    if (isHeld) beats = track.beats();
  };
  const sync = () => {
    const cell = track.at();
    scrub.value = String(count > 1 ? cell : beat);
    scrub.setAttribute(
      "aria-valuetext",
      count > 1 ? wordOf("row_column", Math.floor(cell / width), cell % width) : wordOf("step_of", beat + 1, last() + 1),
    );
  };
  const hold = () => {
    isHeld = true;
    beats = track.beats();
  };
  const say = () => {
    const isPlaying = frame !== 0;
    play.textContent = wordOf(isPlaying ? "pause" : "play");
    if (isPlaying) document.body.dataset.playing = "";
    else delete document.body.dataset.playing;
  };
  const pause = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    say();
  };
  const stop = () => {
    pause();
    if (!isHeld) return;
    isHeld = false;
    beats.at(-1)?.start?.();
    showAllBeats(beats);
    track.root.classList.remove("held", "unmade");
    whole.hidden = true;
    sync();
  };
  const rest = () => {
    pause();
    track.rested?.();
  };

  /** One frame: as many beats or cells as are due. @param {number} now */
  const tick = (now) => {
    const rate = rateOf(Number(speed.value), count);
    const time = beatTime(rate, beats.length, isFirst);
    const due = time > 0 && beats.length > 1 ? Math.floor((now - since) / time) : Math.floor(((now - since) * rate) / 1000);
    frame = requestAnimationFrame(tick);
    if (due < 1) return;
    since = now;
    if (time > 0 && beat < last()) {
      beat++;
      return show(time);
    }
    isFirst = false;
    const cell = track.at() + (time > 0 ? 1 : due);
    if (cell >= count) return end();
    goTo(cell);
    beat = beatTime(rate, beats.length, false) > 0 ? 0 : last();
    show(beat === 0 ? time : 0);
  };
  const end = () => {
    goTo(count - 1);
    stop();
    track.rested?.();
  };
  const start = () => {
    const isNew = !isHeld;
    hold();
    if (isNew) {
      goTo(0);
      [beat, isFirst] = [0, true];
    }
    since = performance.now();
    frame = requestAnimationFrame(tick);
    say();
    show(beatTime(rateOf(Number(speed.value), count), beats.length, isFirst));
  };
  /** @param {number} by */
  const step = (by) => {
    pause();
    const isNew = !isHeld;
    hold();
    if (isNew) beat = by > 0 ? 0 : Math.max(0, last() - 1);
    else beat += by;
    if (beat > last() || beat < 0) {
      const cell = track.at() + by;
      if (cell >= count || cell < 0) {
        beat = Math.min(last(), Math.max(0, beat));
        return by > 0 ? end() : show(0);
      }
      goTo(cell);
      beat = by > 0 ? 0 : last();
    }
    show(by > 0 ? 380 : 0);
    track.rested?.();
  };

  play.addEventListener("click", () => (frame ? rest() : start()));
  back.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  whole.addEventListener("click", () => {
    stop();
    play.focus();
  });
  scrub.addEventListener("input", () => {
    pause();
    hold();
    if (count > 1) {
      goTo(Number(scrub.value));
      beat = last();
    } else beat = Number(scrub.value);
    show(0);
  });
  controls.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === " " && target === scrub && !isStill()) play.click();
    else if (by && target.matches("button")) step(by);
    else return;
    event.preventDefault();
  });
  // Before Escape leads up, which listens on the window.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !isHeld) return;
    event.preventDefault();
    stop();
  });
  addEventListener("cellshown", () => !isHeld && sync());
  sync();
  return { stop, isPlaying: () => frame !== 0 };
}
