/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], { order }) {
  const steps = [shape[1] * shape[2], shape[2], 1];
  const [slow, middle, fast] = order;
  const result = new Float32Array(data.length);
  let index = 0;
  for (let i = 0; i < shape[slow]; i++) {
    for (let j = 0; j < shape[middle]; j++) {
      for (let k = 0; k < shape[fast]; k++) result[index++] = data[i * steps[slow] + j * steps[middle] + k * steps[fast]];
    }
  }
  return result;
}
