/** @import { Forward } from "../../js/compute/layers/layer.js" */

/** @type {Forward} */
export function forward(
  [
    {
      data,
      shape: [, height, width],
    },
  ],
  { units, rows, columns },
) {
  const [down, across] = [tapsOf(rows), tapsOf(columns)];
  const result = new Float32Array(units.length * down.length * across.length);
  let i = 0;
  for (const unit of units) {
    for (const rowTaps of down) {
      for (const columnTaps of across) {
        let sum = 0;
        for (const [row, share] of rowTaps) {
          for (const [column, weight] of columnTaps) sum += data[(unit * height + row) * width + column] * (share * weight);
        }
        result[i++] = sum;
      }
    }
  }
  return result;
}

/** The cells that each cell reads along an axis, with their weights. @param {{ at: number[][], weights: number[][] | null }} axis @returns {number[][][]} */
function tapsOf({ at, weights }) {
  return at.map((cells, i) => cells.map((cell, tap) => [cell, weights ? Math.fround(weights[i][tap]) : 1]));
}
