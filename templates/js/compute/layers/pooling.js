/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * One number for each window of each map, from the cells of the window that lie on the map.
 * @param {LayerInput} input
 * @param {LayerDescription} op
 * @param {number} start what a window begins with
 * @param {(sum: number, x: number) => number} add
 * @param {(sum: number, row: number, column: number, cells: number) => number} [finish] of the window of an output cell
 */
export function poolWindows({ data, shape: [units, height, width] }, op, start, add, finish = (sum) => sum) {
  const [, rows, columns] = op.shape;
  const down = Array.from({ length: rows }, (_, row) => insideOf(op, 0, row, height));
  const across = Array.from({ length: columns }, (_, column) => insideOf(op, 1, column, width));
  const result = new Float32Array(units * rows * columns);
  let i = 0;
  for (let map = 0; map < data.length; map += height * width) {
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const [ys, xs] = [down[row], across[column]];
        let sum = start;
        for (let y = ys.first; y <= ys.last; y += ys.step) {
          for (let x = xs.first; x <= xs.last; x += xs.step) sum = add(sum, data[map + y * width + x]);
        }
        result[i++] = finish(sum, row, column, ys.count * xs.count);
      }
    }
  }
  return result;
}

/** The cells of an output cell's window along an axis that lie on the map. @param {LayerDescription} op @param {number} axis @param {number} at @param {number} size */
function insideOf({ window }, axis, at, size) {
  const [step, start] = [window.dilation[axis], at * window.stride[axis] - window.pad[axis]];
  const first = start + step * Math.max(0, Math.ceil(-start / step));
  const count = Math.max(0, Math.min(window.kernel[axis] - (first - start) / step, Math.floor((size - 1 - first) / step) + 1));
  return { first, step, count, last: first + (count - 1) * step };
}
