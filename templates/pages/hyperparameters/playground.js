import { find, findAll } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { pictureOf, readersOf, sizesOf, termsOf } from "./arithmetic.js";
import { makeControls, makePresetChoice } from "./controls.js";
import { effectWords, numbersMarkup } from "./formula.js";
import { makeGrids } from "./grids.js";
import { makeKernel } from "./kernel.js";
import { layOut, showTitle } from "./layout.js";
import { makePlayer } from "./player.js";
import { fragmentOf, parseSettings, weightsOf } from "./settings.js";
import { showReaders, showTerms } from "./sum.js";

/** @import { Settings } from "./settings.js" */

/** Starts every playground of the page; the first one reads and writes the URL's fragment. */
export function startPlaygrounds() {
  findAll('[data-widget="hyperparameters"]').forEach((root, i) => startPlayground(root, `hp${i}`, i === 0));
}

/** How long nothing must change before a change is put into the history and said aloud, in milliseconds. */
const SETTLED = 600;

/** @param {HTMLElement} root @param {string} id @param {boolean} ownsFragment */
function startPlayground(root, id, ownsFragment) {
  const plain = { n: 7, k: 3, p: 1, s: 1, d: 1, preset: "edge", weights: weightsOf("edge", 3) };
  const given = parseSettings(root.dataset.settings ?? "", plain) ?? plain;
  let settings = (ownsFragment && parseSettings(location.hash, given)) || given;
  let sizes = sizesOf(settings);
  let picture = pictureOf(settings.n);
  let current = { row: Number(root.dataset.row ?? 0), column: Number(root.dataset.column ?? 0) };
  let speaking = 0;
  let keeping = 0;

  /** Says something once it has stood for a while, so that a moving slider doesn't chatter. */
  const say = (/** @type {string} */ words) => {
    clearTimeout(speaking);
    speaking = setTimeout(() => {
      parts.live.textContent = words;
    }, SETTLED);
  };
  const keep = () => {
    if (!ownsFragment) return;
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      if (location.hash.slice(1) !== fragmentOf(settings)) location.hash = fragmentOf(settings);
    }, SETTLED);
  };
  const refuse = (/** @type {string} */ words) => {
    parts.words.textContent = words;
    say(words);
  };

  const controls = makeControls(
    id,
    (key, value) => {
      const weights = key !== "k" ? settings.weights : weightsOf(settings.preset === "own" ? "edge" : settings.preset, value);
      change({ ...settings, [key]: value, weights, preset: key === "k" && settings.preset === "own" ? "edge" : settings.preset });
    },
    refuse,
  );
  const preset = makePresetChoice(id, (name) => change({ ...settings, preset: name, weights: weightsOf(name, settings.k) }));
  const kernel = makeKernel((i, weight) => change({ ...settings, preset: "own", weights: settings.weights.with(i, weight) }), refuse);
  const player = makePlayer(id, step, () => showOutput(0, 0));
  const grids = makeGrids((grid, row, column, by) => {
    player.pause();
    if (grid === "input") showInput(row, column);
    else showOutput(row, column);
    // A focused cell reads itself out; what it is connected to is added once it has stood.
    if (by === "focus") say(find("p", parts.sum)?.textContent ?? "");
  });
  const parts = layOut(root, { controls, preset, grids, kernel, player });

  /** @param {Settings} next */
  function change(next) {
    player.pause();
    settings = next;
    show();
    keep();
    say((sizes.output > 0 ? wordOf("hp_output_said", sizes.output) : "") + parts.words.textContent);
  }

  function show() {
    sizes = sizesOf(settings);
    picture = pictureOf(settings.n);
    for (const part of [controls, preset, kernel]) part.show(settings);
    parts.numbers.innerHTML = numbersMarkup(settings, sizes);
    parts.words.textContent = effectWords(settings, sizes);
    root.classList.toggle("is-impossible", sizes.output === 0);
    showTitle(
      parts.titles.input,
      wordOf("hp_input"),
      `${settings.n} × ${settings.n}${settings.p > 0 ? wordOf("hp_padded_to", sizes.padded) : ""}`,
    );
    showTitle(
      parts.titles.kernel,
      wordOf("hp_kernel"),
      `${settings.k} × ${settings.k}${sizes.extent > settings.k ? wordOf("hp_spans", sizes.extent) : ""}`,
    );
    showTitle(parts.titles.output, wordOf("hp_output"), sizes.output > 0 ? `${sizes.output} × ${sizes.output}` : wordOf("hp_none"));
    grids.draw(settings, sizes, picture);
    const within = (/** @type {number} */ value) => Math.min(value, sizes.output - 1);
    if (sizes.output > 0) return showOutput(within(current.row), within(current.column));
    parts.sum.replaceChildren();
    player.allow(false, false);
  }

  /** @param {number} row @param {number} column */
  function showOutput(row, column) {
    current = { row, column };
    const terms = termsOf(settings, picture, row, column);
    grids.markOutput(settings, sizes, row, column, terms);
    showTerms(parts.sum, settings, row, column, terms);
    const at = row * sizes.output + column;
    player.allow(at > 0, at < sizes.output ** 2 - 1);
  }

  /** @param {number} row @param {number} column */
  function showInput(row, column) {
    const readers = readersOf(settings, sizes, row, column);
    const padding = row < 0 || row >= settings.n || column < 0 || column >= settings.n;
    grids.markInput(row, column, readers);
    showReaders(parts.sum, row, column, padding ? 0 : picture[row * settings.n + column], padding, readers);
  }

  /** @param {1 | -1} by @param {boolean} isAutomatic */
  function step(by, isAutomatic) {
    const next = current.row * sizes.output + current.column + by;
    if (next < 0 || next >= sizes.output ** 2) return false;
    showOutput(Math.floor(next / sizes.output), next % sizes.output);
    if (!isAutomatic) say(`${find("h2", parts.sum)?.textContent} ${find("p", parts.sum)?.textContent}`);
    return true;
  }

  show();
  if (ownsFragment) {
    // A link to a case, wherever it stands on the page, leads here.
    addEventListener("click", (event) => {
      const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
      if (link && parseSettings(link.getAttribute("href") ?? "", given)) root.scrollIntoView();
    });
    addEventListener("hashchange", () => {
      const next = parseSettings(location.hash, given) ?? (location.hash === "" ? given : null);
      clearTimeout(keeping);
      if (!next || fragmentOf(next) === fragmentOf(settings)) return;
      player.pause();
      settings = next;
      show();
    });
  }
  playWhenSeen(root, player.play);
}

/**
 * Begins the scan the first time the playground is in view, unless less movement is wished for.
 * @param {HTMLElement} root @param {() => void} play
 */
function playWhenSeen(root, play) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      play();
    },
    { threshold: 0.4 },
  );
  observer.observe(root);
}
