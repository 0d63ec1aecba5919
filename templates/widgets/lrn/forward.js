/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward(
  [
    {
      data,
      shape: [units, height, width],
    },
  ],
  { size, alpha, beta, bias },
) {
  const cells = height * width;
  return Float32Array.from(data, (x, i) => {
    const [unit, cell] = [Math.floor(i / cells), i % cells];
    const last = Math.min(units - 1, unit + Math.floor(size / 2));
    let squares = 0;
    for (let u = Math.max(0, unit - Math.floor((size - 1) / 2)); u <= last; u++) squares += data[u * cells + cell] ** 2;
    return x / (bias + (alpha / size) * squares) ** beta;
  });
}
