import { blockOf } from "./blocks.js";

/** @import { LayerInput } from "./layer.js" */

/**
 * How a kernel slides: pairs of rows and columns.
 * @typedef {{ kernel: number[], stride: number[], pad: number[], dilation: number[] }} SlidingWindow
 */

/**
 * The input with a rim of zeros as wide as the windows reach, so that no sum asks where the map ends.
 * @param {LayerInput} input
 * @param {SlidingWindow} window
 * @param {number[]} shape of the output
 */
export function withRim({ data, shape: [units, height, width] }, window, shape) {
  const before = window.pad.map((pad) => Math.max(0, pad));
  const [rows, columns] = [height, width].map((size, axis) => {
    const last = (shape[axis + 1] - 1) * window.stride[axis] - window.pad[axis] + (window.kernel[axis] - 1) * window.dilation[axis];
    return before[axis] + Math.max(size, last + 1);
  });
  const rim = new Float32Array(units * rows * columns);
  for (let line = 0; line < units * height; line++) {
    const row = Math.floor(line / height) * rows + (line % height) + before[0];
    rim.set(data.subarray(line * width, (line + 1) * width), row * columns + before[1]);
  }
  return { data: rim, rows, columns, before };
}

/**
 * Every unit's kernels over the maps that it reads, and its bias: in single precision, each product and addition rounded once, from zero
 * on, channel, row, column, the bias last.
 * @param {LayerInput} input
 * @param {{ shape: number[], window: SlidingWindow, groups: number, weights: Float32Array, bias: Float32Array }} op
 */
export function convolve(input, op) {
  const { shape, window, groups, weights, bias } = op;
  const [units, height, width] = shape;
  const rim = withRim(input, window, shape);
  const [channels, perGroup] = [input.shape[0] / groups, units / groups];
  const taps = tapsOf(rim, window, channels);
  const places = placesOf(rim, window, height, width);
  const block = blockOf(places.length, taps.length);
  const result = new Float32Array(units * places.length);
  for (let group = 0; group < groups; group++) {
    const from = rim.data.subarray(group * channels * rim.rows * rim.columns);
    for (let i = 0; i < perGroup; i += 2) {
      const pair = [i, Math.min(i + 1, perGroup - 1)].map((unit) => unit + group * perGroup);
      addUp({ from, taps, places, block, weights, result }, pair);
    }
  }
  for (let i = 0; i < result.length; i++) result[i] += bias[Math.floor(i / places.length)];
  return result;
}

/** Where a window's cells lie, from its first on. @param {{ rows: number, columns: number }} rim @param {SlidingWindow} window @param {number} channels */
function tapsOf(rim, { kernel, dilation }, channels) {
  const size = kernel[0] * kernel[1];
  return Int32Array.from({ length: channels * size }, (_, k) => {
    const [row, column] = [Math.floor((k % size) / kernel[1]), k % kernel[1]];
    return (Math.floor(k / size) * rim.rows + row * dilation[0]) * rim.columns + column * dilation[1];
  });
}

/** Where the windows of all cells begin. @param {ReturnType<typeof withRim>} rim @param {SlidingWindow} window @param {number} height @param {number} width */
function placesOf(rim, { stride, pad }, height, width) {
  return Int32Array.from({ length: height * width }, (_, i) => {
    const [row, column] = [Math.floor(i / width) * stride[0], (i % width) * stride[1]];
    return (row + rim.before[0] - pad[0]) * rim.columns + column + rim.before[1] - pad[1];
  });
}

/**
 * Two units at every cell, four cells at a time. What is left over at the end is worked out twice.
 * @param {{ from: Float32Array, taps: Int32Array, places: Int32Array, block: number, weights: Float32Array, result: Float32Array }} sums
 * @param {number[]} pair the units
 */
function addUp({ from, taps, places, block, weights, result }, pair) {
  const [terms, cells] = [taps.length, places.length];
  const [first, second] = pair.map((unit) => weights.subarray(unit * terms, (unit + 1) * terms));
  const [top, bottom] = pair.map((unit) => result.subarray(unit * cells, (unit + 1) * cells));
  const eight = new Float32Array(8);
  const at = new Int32Array(4);
  for (let cell = 0; cell < cells; cell += 4) {
    for (let i = 0; i < 4; i++) at[i] = places[Math.min(cell + i, cells - 1)];
    eight.fill(0);
    for (let start = 0; start < terms; start += block)
      addBlock(eight, from, taps, at, first, second, start, Math.min(terms, start + block));
    for (let i = 0; i < 4 && cell + i < cells; i++) {
      top[cell + i] = eight[i];
      bottom[cell + i] = eight[4 + i];
    }
  }
}

/**
 * A block of terms of two units at four cells: eight sums that don't wait for one another.
 * @param {Float32Array} eight @param {Float32Array} from @param {Int32Array} taps @param {Int32Array} at
 * @param {Float32Array} first @param {Float32Array} second @param {number} start @param {number} end
 */
function addBlock(eight, from, taps, at, first, second, start, end) {
  const f = Math.fround;
  const [atA, atB, atC, atD] = at;
  let [pa, pb, pc, pd] = [0, 0, 0, 0];
  let [qa, qb, qc, qd] = [0, 0, 0, 0];
  for (let k = start; k < end; k++) {
    const tap = taps[k];
    const v = first[k];
    const w = second[k];
    const a = from[atA + tap];
    const b = from[atB + tap];
    const c = from[atC + tap];
    const d = from[atD + tap];
    pa = f(pa + a * v);
    pb = f(pb + b * v);
    pc = f(pc + c * v);
    pd = f(pd + d * v);
    qa = f(qa + a * w);
    qb = f(qb + b * w);
    qc = f(qc + c * w);
    qd = f(qd + d * w);
  }
  eight[0] += pa;
  eight[1] += pb;
  eight[2] += pc;
  eight[3] += pd;
  eight[4] += qa;
  eight[5] += qb;
  eight[6] += qc;
  eight[7] += qd;
}
