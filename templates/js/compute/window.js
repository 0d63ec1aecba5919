/** @import { ExactPart } from "./decimals.js" */

/**
 * How a kernel slides: pairs of rows and columns, as the generator describes it.
 * @typedef {{ kernel: number[], stride: number[], pad: number[], dilation: number[] }} SlidingWindow
 *
 * What lies at a place of a window.
 * @typedef {{ x: number, pad: boolean, row: number, column: number }} WindowValue
 */

/**
 * The first input row and column of an output cell's window; negative in padding.
 * @param {SlidingWindow} w @param {number} y @param {number} x
 */
export function windowStart(w, y, x) {
  return [y * w.stride[0] - w.pad[0], x * w.stride[1] - w.pad[1]];
}

/** How many rows and columns a window spans, holes included. @param {SlidingWindow} w */
export function windowExtent(w) {
  return [(w.kernel[0] - 1) * w.dilation[0] + 1, (w.kernel[1] - 1) * w.dilation[1] + 1];
}

/**
 * The output cell whose window is centred nearest an input cell.
 * @param {SlidingWindow} w @param {number} y @param {number} x @param {number[]} shape of the output
 */
export function windowOver(w, y, x, shape) {
  const extent = windowExtent(w);
  return [y, x].map((at, axis) => {
    const output = Math.round((at + w.pad[axis] - (extent[axis] - 1) / 2) / w.stride[axis]);
    return Math.min(shape[shape.length - 2 + axis] - 1, Math.max(0, output));
  });
}

/**
 * The values under a window, padding as zeros.
 * @param {SlidingWindow} w @param {ArrayLike<number>} map @param {number[]} shape of the input @param {number} y @param {number} x
 * @returns {WindowValue[]}
 */
export function windowValues(w, map, shape, y, x) {
  const [height, width] = shape.slice(-2);
  const [top, left] = windowStart(w, y, x);
  const values = [];
  for (let k = 0; k < w.kernel[0] * w.kernel[1]; k++) {
    const row = top + Math.floor(k / w.kernel[1]) * w.dilation[0];
    const column = left + (k % w.kernel[1]) * w.dilation[1];
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    values.push({ x: inside ? map[row * width + column] : 0, pad: !inside, row, column });
  }
  return values;
}

/** @param {Array<{ x: number }>} values */
export function sumOf(values) {
  return values.reduce((sum, value) => sum + value.x, 0);
}

/** A window too large to read is summed up row by row. @param {Array<{ x: number }>} values @param {number} width @returns {ExactPart[]} */
export function rowSums(values, width) {
  return Array.from({ length: values.length / width }, (_, row) => ({
    terms: [],
    sum: sumOf(values.slice(row * width, (row + 1) * width)),
  }));
}

/**
 * How many cells of a window divide its sum. What lies beyond the padding, because sizes are rounded up, never does.
 * @param {Array<{ pad: boolean }>} values @param {any} op @param {number[]} shape @param {number} y @param {number} x
 */
export function countedCells(values, op, shape, y, x) {
  if (!op.countPadding) return values.filter((value) => !value.pad).length;
  const { kernel, dilation } = op.window;
  const counted = windowStart(op.window, y, x).map(
    (start, axis) =>
      Array.from({ length: kernel[axis] }, (_, k) => start + k * dilation[axis]).filter((at) => at < shape[axis + 1] + op.padEnd[axis])
        .length,
  );
  return counted[0] * counted[1];
}

/** The first of the largest values that aren't padding. @param {WindowValue[]} values @returns {WindowValue | undefined} */
export function largest(values) {
  const inside = values.filter((value) => !value.pad);
  return inside.reduce((best, value) => (value.x > best.x ? value : best), inside[0]);
}

/** Of a window too large to read, the largest cell of each row, or padding. @param {WindowValue[]} values @param {number} width */
export function largestOfRows(values, width) {
  const rows = Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
  return rows.map((row) => largest(row) ?? row[0]);
}

/**
 * What one channel adds at every cell: its windows, each number times its weight.
 * @param {SlidingWindow} window @param {number[]} weights @param {Float32Array} map @param {number[]} from @param {number} height
 * @param {number} width
 */
export function windowSums(window, weights, map, from, height, width) {
  const sums = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [top, left] = windowStart(window, y, x);
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const row = top + Math.floor(k / window.kernel[1]) * window.dilation[0];
        const column = left + (k % window.kernel[1]) * window.dilation[1];
        if (row >= 0 && row < from[1] && column >= 0 && column < from[2]) sum += map[row * from[2] + column] * weights[k];
      }
      sums[y * width + x] = sum;
    }
  }
  return sums;
}
