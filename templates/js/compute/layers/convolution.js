import { blockOf } from "./blocks.js";

/** @import { SlidingWindow } from "../window.js" */
/** @import { LayerInput } from "./layer.js" */

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
  const rim = new Float64Array(units * rows * columns);
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
  const [channels, perGroup, cells] = [input.shape[0] / groups, units / groups, height * width];
  const taps = tapsOf(rim, window, channels);
  const places = placesOf(rim, window, height, width);
  const block = blockOf(cells, taps.length);
  const wide = Float64Array.from(weights);
  const result = new Float32Array(units * cells);
  for (let group = 0; group < groups; group++) {
    const from = rim.data.subarray(group * channels * rim.rows * rim.columns);
    for (let i = 0; i < perGroup; i += 2) {
      const pair = [i, Math.min(i + 1, perGroup - 1)].map((unit) => unit + group * perGroup);
      const kernels = pair.map((unit) => wide.subarray(unit * taps.length, (unit + 1) * taps.length));
      const sums = pair[0] === pair[1] ? [addUpAlone(from, taps, places, block, kernels[0])] : addUp(from, taps, places, block, kernels);
      pair.slice(0, sums.length).forEach((unit, one) => result.set(sums[one].subarray(0, cells), unit * cells));
    }
  }
  for (let i = 0; i < result.length; i++) result[i] += bias[Math.floor(i / cells)];
  return result;
}

/** Where a window's cells lie, from its first on. @param {{ rows: number, columns: number }} rim @param {SlidingWindow} window @param {number} channels */
export function tapsOf(rim, { kernel, dilation }, channels) {
  const size = kernel[0] * kernel[1];
  return Int32Array.from({ length: channels * size }, (_, k) => {
    const [row, column] = [Math.floor((k % size) / kernel[1]), k % kernel[1]];
    return (Math.floor(k / size) * rim.rows + row * dilation[0]) * rim.columns + column * dilation[1];
  });
}

/** Where the windows of all cells begin, of the last so often that they are a multiple of four. @param {ReturnType<typeof withRim>} rim @param {SlidingWindow} window @param {number} height @param {number} width */
export function placesOf(rim, { stride, pad }, height, width) {
  const cells = height * width;
  return Int32Array.from({ length: Math.ceil(cells / 4) * 4 }, (_, given) => {
    const i = Math.min(given, cells - 1);
    const [row, column] = [Math.floor(i / width) * stride[0], (i % width) * stride[1]];
    return (row + rim.before[0] - pad[0]) * rim.columns + column + rim.before[1] - pad[1];
  });
}

/**
 * Two units at every cell, four cells at a time: eight sums that don't wait for one another, block after block. Numbers are wide, so that none
 * is widened in the loop.
 * @param {Float64Array} from @param {Int32Array} taps @param {Int32Array} places @param {number} block
 * @param {Float64Array[]} kernels of the two
 */
function addUp(from, taps, places, block, [first, second]) {
  const [top, bottom] = [new Float32Array(places.length), new Float32Array(places.length)];
  const terms = taps.length;
  const f = Math.fround;
  for (let cell = 0; cell < places.length; cell += 4) {
    const atA = places[cell];
    const atB = places[cell + 1];
    const atC = places[cell + 2];
    const atD = places[cell + 3];
    for (let start = 0; start < terms; start += block) {
      const end = Math.min(terms, start + block);
      let pa = 0;
      let pb = 0;
      let pc = 0;
      let pd = 0;
      let qa = 0;
      let qb = 0;
      let qc = 0;
      let qd = 0;
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
      top[cell] += pa;
      top[cell + 1] += pb;
      top[cell + 2] += pc;
      top[cell + 3] += pd;
      bottom[cell] += qa;
      bottom[cell + 1] += qb;
      bottom[cell + 2] += qc;
      bottom[cell + 3] += qd;
    }
  }
  return [top, bottom];
}

/**
 * The same of one unit, as in a depthwise convolution.
 * @param {Float64Array} from @param {Int32Array} taps @param {Int32Array} places @param {number} block @param {Float64Array} kernel
 */
function addUpAlone(from, taps, places, block, kernel) {
  const sums = new Float32Array(places.length);
  const terms = taps.length;
  const f = Math.fround;
  for (let cell = 0; cell < places.length; cell += 4) {
    const atA = places[cell];
    const atB = places[cell + 1];
    const atC = places[cell + 2];
    const atD = places[cell + 3];
    for (let start = 0; start < terms; start += block) {
      const end = Math.min(terms, start + block);
      let pa = 0;
      let pb = 0;
      let pc = 0;
      let pd = 0;
      for (let k = start; k < end; k++) {
        const tap = taps[k];
        const v = kernel[k];
        pa = f(pa + from[atA + tap] * v);
        pb = f(pb + from[atB + tap] * v);
        pc = f(pc + from[atC + tap] * v);
        pd = f(pd + from[atD + tap] * v);
      }
      sums[cell] += pa;
      sums[cell + 1] += pb;
      sums[cell + 2] += pc;
      sums[cell + 3] += pd;
    }
  }
  return sums;
}
