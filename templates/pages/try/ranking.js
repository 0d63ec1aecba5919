// Which units of a layer the answer needs: what it loses without each of them.
import { decimalsFor, formatNumber } from "../../js/compute/numbers.js";
import { find, make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */
/** @typedef {import("./whatif.js").LayerInfo} LayerInfo */
/** @typedef {import("./whatif.js").Output} Output */

/**
 * What the answer loses without each unit, the largest first: `shares` of the likeliest class in percent points, `numbers` of the largest
 * number, or, of an answer that is maps, how much they change on average, in percent of their largest number.
 * @typedef {{ kind: "shares" | "numbers" | "maps", best: number, rows: Array<{ unit: number, loss: number }> }} Ranking
 */

/** @param {ArrayLike<number>} values */
function meanSize(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum / values.length;
}

/**
 * How a loss is measured.
 * @param {Output} output
 * @param {Float32Array} full the answer with all units
 * @returns {{ kind: Ranking["kind"], best: number, lossOf(without: Float32Array): number }}
 */
function measureOf({ isShare, names }, full) {
  const best = full.indexOf(full.reduce((a, b) => Math.max(a, b)));
  if (names.length !== full.length) {
    const most = full.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
    return { kind: "maps", best: -1, lossOf: (without) => (100 * meanSize(full.map((value, i) => value - without[i]))) / most };
  }
  if (isShare) return { kind: "shares", best, lossOf: (without) => 100 * (full[best] - without[best]) };
  return { kind: "numbers", best, lossOf: (without) => full[best] - without[best] };
}

/**
 * Switches each unit of a layer off in turn.
 * @param {LayerInfo} layer
 * @param {Output} output
 * @param {Intervention[]} given what is changed already
 * @param {(changes: Intervention[]) => Promise<Float32Array | undefined>} answer
 * @param {(done: number) => void} progress
 * @returns {Promise<Ranking | null>} null where another run overtook it
 */
async function rankUnits(layer, output, given, answer, progress) {
  const full = await answer(given);
  if (!full) return null;
  const { kind, best, lossOf } = measureOf(output, full);
  const rows = [];
  for (let unit = 0; unit < layer.shape[0]; unit++) {
    progress(unit);
    const without = await answer([...given, { kind: "off", layer: layer.id, unit }]);
    if (!without) return null;
    rows.push({ unit, loss: lossOf(without) });
  }
  return { kind, best, rows: rows.sort((a, b) => b.loss - a.loss) };
}

/** The ranking's own place; what it showed goes. @param {...Node} children */
function place(...children) {
  find(".ranking")?.remove();
  const section = make("section", { class: "ranking", tabindex: -1 }, ...children);
  find(".changes")?.after(section);
  return section;
}

/** Says how far it has come. @param {LayerInfo} layer @param {() => void} stop */
function beginRanking(layer, stop) {
  const text = make("p", { role: "status" });
  const button = make("button", { type: "button" }, wordOf("live_stop"));
  button.addEventListener("click", stop);
  place(text, button);
  return (/** @type {number} */ done) => (text.textContent = wordOf("live_ranking_at", done + 1, layer.shape[0]));
}

/**
 * Shows the ranking.
 * @param {string} layer its name @param {string} answer what the answer is called
 * @param {Ranking} ranking
 */
function showRanking(layer, answer, { kind, rows }) {
  const most = Math.max(...rows.map((row) => Math.abs(row.loss))) || 1;
  const decimals = kind === "numbers" ? decimalsFor(most) : 1;
  const list = make(
    "ol",
    { tabindex: 0, "aria-label": wordOf("live_ranking", layer) },
    ...rows.map(({ unit, loss }) => {
      const part = `--part:${Math.round((Math.abs(loss) / most) * 100)}%`;
      const change = kind === "maps" ? loss : -loss;
      const shown = formatNumber(change, decimals);
      return make(
        "li",
        {},
        make("span", { class: "name" }, wordOf("live_unit_number", unit)),
        make("span", { class: "bars" }, make("span", { class: loss < 0 ? "bar minus" : "bar", style: part })),
        make("data", { value: change }, change > 0 && kind !== "maps" ? `+${shown}` : shown),
      );
    }),
  );
  const means = make("p", { class: "quiet" }, wordOf(`live_ranking_${kind}`, answer));
  const section = place(make("h3", {}, wordOf("live_ranking", layer)), means, list);
  section.setAttribute("aria-label", wordOf("live_ranking", layer));
  section.focus();
}

/**
 * Ranks the units of a layer, and shows how far it has come, and then the ranking.
 * @param {LayerInfo} layer
 * @param {Output} output
 * @param {Intervention[]} given what is changed already
 * @param {(changes: Intervention[]) => Promise<Float32Array | undefined>} answer undefined where it isn't wanted any more
 */
export async function rank(layer, output, given, answer) {
  let isStopped = false;
  const progress = beginRanking(layer, () => {
    isStopped = true;
    find(".ranking")?.remove();
    /** @type {HTMLElement | null} */ (find(".changes select"))?.focus();
  });
  const ranking = await rankUnits(layer, output, given, async (changes) => (isStopped ? undefined : answer(changes)), progress);
  if (ranking) showRanking(layer.name, output.names[ranking.best] ?? String(ranking.best), ranking);
  else if (!isStopped) find(".ranking")?.remove();
}
