/**
 * Steps through the output's cells, by button or by itself; it stops at the last one.
 * @param {string} id
 * @param {(by: 1 | -1, isAutomatic: boolean) => boolean} step moves by one cell; says whether there was one
 * @param {() => void} rewind goes to the first cell
 */
function hyperPlayer(id, step, rewind) {
  const button = (label, action) => {
    const made = hyperElement("button", { type: "button" }, label);
    made.addEventListener("click", action);
    return made;
  };
  const speed = hyperElement("select", { id: `${id}-speed` }, ...[["0.5", "slow"], ["1", "normal"], ["2", "fast"], ["5", "very fast"]].map(([value, name]) => hyperElement("option", { value, selected: value === "1" }, name)));
  let timer = 0;

  const pause = () => {
    clearTimeout(timer);
    timer = 0;
    toggle.textContent = "Play";
  };
  const tick = () => {
    if (step(1, true)) timer = setTimeout(tick, 900 / Number(speed.value));
    else pause();
  };
  const play = () => {
    if (timer) return;
    toggle.textContent = "Pause";
    timer = setTimeout(tick, 900 / Number(speed.value));
  };
  const toggle = button("Play", () => {
    if (timer) return pause();
    if (back.disabled && forth.disabled) return;
    if (forth.disabled) rewind();
    play();
  });
  const manual = (by) => () => {
    pause();
    step(by, false);
  };
  const back = button("‹ Back", manual(-1));
  const forth = button("Next ›", manual(1));
  const element = hyperElement("div", { class: "hp-player", role: "group", "aria-label": "Scan the output" }, back, toggle, forth, hyperElement("span", { class: "hp-speed" }, hyperElement("label", { for: `${id}-speed` }, "Speed"), speed));
  return {
    element, play, pause,
    /** Says what can be stepped to. */
    allow(canBack, canForth) {
      back.disabled = !canBack;
      forth.disabled = !canForth;
      toggle.disabled = !canBack && !canForth;
    },
  };
}
