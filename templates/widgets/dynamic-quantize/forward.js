import { inSteps, store } from "../../js/compute/storing.js";
import { fitting } from "../../js/compute/layers/fitting.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data }]) {
  const to = fitting(data);
  return data.map((x) => store(inSteps(x, to), to));
}
