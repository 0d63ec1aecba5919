import { placeOf, tapsAt } from "../../js/compute/grid.js";

/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward([{ data, shape }, computed], op) {
  const grid = op.grid ?? computed.data;
  const [, height, width] = shape;
  const [units, rows, columns] = op.shape;
  const result = new Float32Array(units * rows * columns);
  const cells = rows * columns;
  for (let i = 0; i < cells; i++) {
    const [x, y] = op.ofMaps ? [grid[i], grid[cells + i]] : [grid[2 * i], grid[2 * i + 1]];
    const taps = tapsAt(
      /** @type {any} */ (op),
      placeOf(/** @type {any} */ (op), y, height),
      placeOf(/** @type {any} */ (op), x, width),
      height,
      width,
    );
    for (let unit = 0; unit < units; unit++) {
      let sum = 0;
      for (const tap of taps) if (!tap.pad) sum += data[(unit * height + tap.row) * width + tap.column] * tap.w;
      result[unit * cells + i] = sum;
    }
  }
  return result;
}
