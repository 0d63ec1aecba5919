import { overLines } from "../../js/compute/layers/ranking.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([input], op) {
  return overLines(input, op, (order, k, numbers) => numbers[order[k]]);
}
