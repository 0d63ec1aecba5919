/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }], { isDown, isReverse, isExclusive }) {
  const [, height, width] = shape;
  const [count, step] = isDown ? [height, width] : [width, 1];
  const result = new Float32Array(data.length);
  for (let line = 0; line < data.length / count; line++) {
    const first = isDown ? Math.floor(line / width) * height * width + (line % width) : line * width;
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const at = first + (isReverse ? count - 1 - k : k) * step;
      result[at] = isExclusive ? sum : sum + data[at];
      sum = Math.fround(sum + data[at]);
    }
  }
  return result;
}
