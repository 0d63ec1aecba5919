/** A whole number with a true minus sign. */
function hyperShown(value) {
  return value < 0 ? `−${-value}` : `${value}`;
}

/** The markup of one number: the exact value for machines, the shown one for people. */
function hyperData(role, value) {
  return `<data class="${role}" value="${value}">${hyperShown(value)}</data>`;
}

/** A number that follows a sign: below zero it stands in brackets. */
function hyperFactor(role, value) {
  return value < 0 ? `(${hyperData(role, value)})` : hyperData(role, value);
}

function hyperFloor(top, bottom, [open, close] = ["", ""]) {
  return `<span class="hp-floor"><span class="hp-sign">⌊${open}</span><span class="hp-frac"><span>${top}</span><span class="hp-sign">${close} / </span><span>${bottom}</span></span><span class="hp-sign">⌋</span></span> + 1`;
}

/** The formula in letters. */
function hyperSymbols() {
  return `${wordOf("hp_output_symbol")} = ${hyperFloor("<var>n</var> + 2<var>p</var> − <var>d</var>(<var>k</var> − 1) − 1", "<var>s</var>", "()")}`;
}

/** The formula in numbers, in the markup of `partials/output-size.html`. */
function hyperNumbers({ n, k, p, s, d }, { room, output }) {
  const top = `${hyperData("input", n)} + 2 × ${hyperData("padding", p)} − ${hyperData("dilation", d)} × (${hyperData("kernel", k)} − 1) − 1`;
  const stride = hyperData("stride", s);
  const result = output > 0
    ? ` = ${hyperFloor(hyperData("room", room), stride)} = <strong>${hyperData("y", output)}</strong>`
    : `: ${hyperData("room", room)} &lt; 0, <strong>${wordOf("hp_no_output")}</strong>`;
  return `<span data-equation="output-size">${hyperFloor(top, stride, "()")}${result}</span>`;
}

/** What the combination does, or why it can't be, in the static table's words. */
function hyperWords(settings, sizes) {
  const { n, p, s } = settings;
  const { extent, room, output, leftover, lost, skipped } = sizes;
  if (output === 0) return wordOf("hp_impossible", extent, n, p);
  const words = [output === n ? wordOf("hp_same") : wordOf(output < n ? "hp_shrinks" : "hp_grows", n, output)];
  if (leftover > 0) {
    const which = lost === 0 ? wordOf("hp_only_padding") : lost < leftover ? wordOf("hp_partly_padding", lost, leftover - lost) : "";
    words.push(wordOf("hp_leftover", leftover, room, s, which));
  }
  if (skipped > 0) words.push(wordOf("hp_skipped", skipped));
  if (p >= extent) words.push(wordOf("hp_rim"));
  return words.join(wordOf("hp_space"));
}
