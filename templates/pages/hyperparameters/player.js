import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";

/**
 * Steps through the output's cells, by button or by itself; it stops at the last one.
 * @param {string} id
 * @param {(by: 1 | -1, isAutomatic: boolean) => boolean} step moves by one cell; says whether there was one
 * @param {() => void} rewind goes to the first cell
 */
export function makePlayer(id, step, rewind) {
  const button = (/** @type {string} */ label, /** @type {() => void} */ action) => {
    const made = make("button", { type: "button" }, label);
    made.addEventListener("click", action);
    return made;
  };
  const speed = make(
    "select",
    { id: `${id}-speed` },
    ...[
      ["0.5", "hp_slow"],
      ["1", "hp_normal"],
      ["2", "hp_fast"],
      ["5", "hp_very_fast"],
    ].map(([value, name]) => make("option", { value, selected: value === "1" }, wordOf(name))),
  );
  let timer = 0;

  const pause = () => {
    clearTimeout(timer);
    timer = 0;
    toggle.textContent = wordOf("hp_play");
  };
  const tick = () => {
    if (step(1, true)) timer = setTimeout(tick, 900 / Number(speed.value));
    else pause();
  };
  const play = () => {
    if (timer) return;
    toggle.textContent = wordOf("hp_pause");
    timer = setTimeout(tick, 900 / Number(speed.value));
  };
  const toggle = button(wordOf("hp_play"), () => {
    if (timer) return pause();
    if (back.disabled && forth.disabled) return;
    if (forth.disabled) rewind();
    play();
  });
  const manual = (/** @type {1 | -1} */ by) => () => {
    pause();
    step(by, false);
  };
  const back = button(wordOf("hp_back"), manual(-1));
  const forth = button(wordOf("hp_next"), manual(1));
  const element = make(
    "div",
    { class: "hp-player", role: "group", "aria-label": wordOf("hp_scan") },
    back,
    toggle,
    forth,
    make("span", { class: "hp-speed" }, make("label", { for: `${id}-speed` }, wordOf("hp_speed")), speed),
  );
  return {
    element,
    play,
    pause,
    /** Says what can be stepped to. @param {boolean} canBack @param {boolean} canForth */
    allow(canBack, canForth) {
      back.disabled = !canBack;
      forth.disabled = !canForth;
      toggle.disabled = !canBack && !canForth;
    },
  };
}
