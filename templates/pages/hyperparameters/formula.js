/** A whole number with a true minus sign. */
function hyperShown(value) {
  return value < 0 ? `−${-value}` : `${value}`;
}

/** The markup of one number: the exact value for machines, the shown one for people. */
function hyperData(role, value) {
  return `<data class="${role}" value="${value}">${hyperShown(value)}</data>`;
}

function hyperFloor(top, bottom, [open, close] = ["", ""]) {
  return `<span class="hp-floor"><span class="hp-sign">⌊${open}</span><span class="hp-frac"><span>${top}</span><span class="hp-sign">${close} / </span><span>${bottom}</span></span><span class="hp-sign">⌋</span></span> + 1`;
}

/** The formula in letters. */
function hyperSymbols() {
  return `output = ${hyperFloor("<var>n</var> + 2<var>p</var> − <var>d</var>(<var>k</var> − 1) − 1", "<var>s</var>", "()")}`;
}

/** The formula in numbers, in the markup of `partials/output-size.html`. */
function hyperNumbers({ n, k, p, s, d }, { room, output }) {
  const top = `${hyperData("input", n)} + 2 × ${hyperData("padding", p)} − ${hyperData("dilation", d)} × (${hyperData("kernel", k)} − 1) − 1`;
  const stride = hyperData("stride", s);
  const result = output > 0
    ? ` = ${hyperFloor(hyperData("room", room), stride)} = <strong>${hyperData("y", output)}</strong>`
    : `: ${hyperData("room", room)} &lt; 0, <strong>no output</strong>`;
  return `<span data-equation="output-size">${hyperFloor(top, stride, "()")}${result}</span>`;
}

/** What the combination does, or why it can't be, in the static table's words. */
function hyperWords(settings, sizes) {
  const { n, p, s } = settings;
  const { extent, room, output, leftover, lost, skipped } = sizes;
  if (output === 0) {
    return `Impossible: a kernel that spans ${extent} cells doesn't fit into ${n} cells with padding ${p} and ${p}. Enlarge the input or the padding, or shrink the kernel or the dilation.`;
  }
  const lines = (count) => (count === 1 ? "row and column" : `${count} rows and columns`);
  const words = [output === n ? "The output is as large as the input." : `Each side ${output < n ? "shrinks" : "grows"} from ${n} to ${output}.`];
  if (leftover > 0) {
    const which = lost === 0 ? "; they hold only padding" : lost < leftover ? `; of these, ${lost} of the input and ${leftover - lost} of padding` : "";
    words.push(`The stride doesn't divide: ${room} / ${s} leaves ${leftover}, so the last ${lines(leftover)} are never read${which}.`);
  }
  if (skipped > 0) words.push(`The windows step over ${skipped === 1 ? "1 row and 1 column" : lines(skipped)} of the input, never read.`);
  if (p >= extent) words.push("Windows at the rim see nothing but padding.");
  return words.join(" ");
}
