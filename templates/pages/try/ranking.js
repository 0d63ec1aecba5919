// Which units of a layer the answer needs: what it loses without each of them.
import { formatNumber } from "../../js/compute/numbers.js";
import { find, make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";

/** @typedef {import("../../js/live/address/interventions.js").Intervention} Intervention */

/**
 * Switches each unit of a layer off in turn.
 * @param {import("./whatif.js").LayerInfo} layer
 * @param {Intervention[]} given what is changed already
 * @param {(changes: Intervention[]) => Promise<Float32Array | undefined>} answer
 * @returns {Promise<{ best: number, rows: Array<{ unit: number, loss: number }> } | null>} null where another run overtook it
 */
export async function rankUnits(layer, given, answer) {
  const full = await answer(given);
  if (!full) return null;
  const best = full.indexOf(full.reduce((a, b) => Math.max(a, b)));
  const rows = [];
  for (let unit = 0; unit < layer.shape[0]; unit++) {
    const without = await answer([...given, { kind: "off", layer: layer.id, unit }]);
    if (!without) return null;
    rows.push({ unit, loss: full[best] - without[best] });
  }
  return { best, rows: rows.sort((a, b) => b.loss - a.loss) };
}

/**
 * Shows the ranking.
 * @param {string} layer its name @param {string} answer what the answer is called
 * @param {Array<{ unit: number, loss: number }>} rows what the answer loses without a unit, the largest first
 */
export function showRanking(layer, answer, rows) {
  find(".ranking")?.remove();
  const most = Math.max(...rows.map((row) => Math.abs(row.loss))) || 1;
  const list = make(
    "ol",
    {},
    ...rows.map(({ unit, loss }) => {
      const part = `--part:${Math.round((Math.abs(loss) / most) * 100)}%`;
      const shown = formatNumber(-loss * 100, 1);
      return make(
        "li",
        {},
        make("span", { class: "name" }, wordOf("live_unit_number", unit)),
        make("span", { class: "bars" }, make("span", { class: loss < 0 ? "bar minus" : "bar", style: part })),
        make("data", { value: -loss }, loss < 0 ? `+${shown}` : shown),
      );
    }),
  );
  const heading = wordOf("live_ranking", layer);
  const means = make("p", { class: "quiet" }, wordOf("live_ranking_means", answer));
  find(".changes")?.after(make("section", { class: "ranking", "aria-label": heading, tabindex: -1 }, make("h3", {}, heading), means, list));
  find(".ranking")?.focus();
}
