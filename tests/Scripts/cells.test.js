// The equation at a cell, of each kind of operator, without a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { widget as averagePool } from "../../templates/widgets/average-pool/widget.js";
import { widget as batchNorm } from "../../templates/widgets/batch-norm/widget.js";
import { widget as concat } from "../../templates/widgets/concat/widget.js";
import { widget as convTranspose } from "../../templates/widgets/conv-transpose/widget.js";
import { widget as conv } from "../../templates/widgets/conv/widget.js";
import { widget as anyFunction } from "../../templates/widgets/default/widget.js";
import { widget as input } from "../../templates/widgets/input/widget.js";
import { widget as logSoftmax } from "../../templates/widgets/log-softmax/widget.js";
import { widget as lrn } from "../../templates/widgets/lrn/widget.js";
import { widget as maxPool } from "../../templates/widgets/max-pool/widget.js";
import { widget as pow } from "../../templates/widgets/pow/widget.js";
import { widget as reduceSum } from "../../templates/widgets/reduce-sum/widget.js";
import { widget as resize } from "../../templates/widgets/resize/widget.js";
import { widget as softmax } from "../../templates/widgets/softmax/widget.js";
import { widget as sub } from "../../templates/widgets/sub/widget.js";

const numbers = (first, count) => Float32Array.from({ length: count }, (_, i) => first + i);

/** A page of unit 0 with inputs of 3 x 4 cells, numbered on from 1. */
function page({
  op = null,
  units = [0],
  shape = [1, 3, 4],
  output = numbers(100, 12),
  kind = "",
  extra = null,
  standing = {},
  inputs = 1,
}) {
  const maps = (at) => units.map((_, i) => numbers(1 + 12 * (at * units.length + i), 12));
  const layer = {
    layer: "before",
    shape: [units.length, 3, 4],
    scale: [],
    palette: "",
    units: units.map((unit) => [unit, "", `unit ${unit}`]),
  };
  const view = {
    kind,
    unit: 0,
    cell: [0, 0],
    shape,
    output: "",
    scale: [],
    magnitude: 1,
    inputs: Array(inputs).fill(layer),
    op,
    extra,
    field: [],
  };
  return { view, inputs: Array.from({ length: inputs }, (_, i) => maps(i)), output, standing };
}

const window = { kernel: [2, 2], stride: [1, 1], pad: [1, 1], dilation: [1, 1] };
const kernels = [0, 1].map((channel) => ({ input: channel, weights: [1, 10, 100, 1000] }));
const total = ({ parts, bias }) => parts.reduce((sum, part) => sum + part.sum, bias);

test("a convolution has a part for each channel, whose products add up to it", () => {
  const cell = conv.cell(page({ op: { window, kernels, bias: 0.5 }, units: [0, 1] }), 1, 1);
  assert.deepEqual(
    cell.parts.map((part) => part.terms.map((term) => term.x)),
    [
      [1, 2, 5, 6],
      [13, 14, 17, 18],
    ],
  );
  assert.deepEqual(
    cell.parts.map((part) => part.sum),
    [6521, 19853],
  );
  assert.deepEqual([cell.bias, cell.result], [0.5, 105]);
  assert.deepEqual(
    conv.cell(page({ op: { window, kernels, bias: 0 }, units: [0, 1] }), 0, 0).parts[0].terms.map((term) => term.pad),
    [true, true, true, false],
  );
});

test("channels that aren't written out add what is left of the result", () => {
  const data = page({ op: { window, kernels, bias: 0.5 }, units: [0, 1], standing: { others: -7 } });
  assert.equal(conv.cell(data, 0, 0).parts.at(-1).sum, -7);
  assert.equal(total(conv.cell(data, 1, 1)), 105);
});

test("a transposed convolution reads what spreads to the cell, with as many places everywhere", () => {
  const op = {
    kernel: [3, 3],
    stride: [2, 2],
    pad: [1, 1],
    dilation: [1, 1],
    slots: [2, 2],
    bias: 0,
    kernels: [{ input: 0, weights: [1, 2, 3, 4, 5, 6, 7, 8, 9] }],
  };
  const [even, odd] = [convTranspose.cell(page({ op }), 0, 0), convTranspose.cell(page({ op }), 1, 1)];
  assert.deepEqual(
    even.parts[0].terms.map((term) => [term.x, term.w]),
    [
      [1, 5],
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  );
  assert.deepEqual(
    odd.parts[0].terms.map((term) => [term.x, term.w]),
    [
      [1, 9],
      [2, 7],
      [5, 3],
      [6, 1],
    ],
  );
});

test("an average counts the cells that divide it", () => {
  const cell = (countPadding, y, x) => averagePool.cell(page({ op: { window, countPadding, padEnd: [0, 0] } }), y, x);
  assert.deepEqual([cell(false, 0, 0).sum, cell(false, 0, 0).count], [1, 1]);
  assert.deepEqual([cell(true, 0, 0).sum, cell(true, 0, 0).count], [1, 4]);
  assert.deepEqual([cell(false, 1, 1).sum, cell(false, 1, 1).count, cell(false, 1, 1).result], [14, 4, 105]);
  assert.equal(reduceSum.cell(page({ op: { window } }), 1, 1).sum, 14);
});

test("the winner of a max pooling is the first of the largest, and never padding", () => {
  const data = page({ op: { window } });
  assert.deepEqual(maxPool.cell(data, 1, 1).winner, { x: 6, pad: false, row: 1, column: 1 });
  data.inputs[0][0].fill(-3);
  assert.deepEqual(maxPool.cell(data, 0, 1).winner, { x: -3, pad: false, row: 0, column: 0 });
});

test("operands are combined in their order; a constant stands in its place, and a row counts for all rows", () => {
  assert.deepEqual(sub.cell(page({ inputs: 2, standing: { 0: 1, 1: 13 } }), 1, 2), { operands: [7, 19], combined: -12, result: 106 });
  const op = { place: 1, values: [1, 2, 3, 4], height: 1, width: 4 };
  assert.deepEqual(pow.cell(page({ op, standing: { 0: 1, 1: 1 } }), 1, 2), { operands: [7, 3], combined: 343, result: 106 });
});

test("a normalisation takes the page's mean and divisor", () => {
  assert.deepEqual(batchNorm.cell(page({ standing: { mean: 3, d: 2 } }), 1, 2), { x: 7, p: 4, q: 2, y: 106 });
});

test("a copy says where it comes from, or that it is filled", () => {
  const op = { sizes: [1, 3, 4], inputs: [0], rows: [4, null], columns: [0, 1] };
  assert.deepEqual(concat.cell(page({ op }), 0, 1), { from: { operand: 0, unit: 0, row: 1, column: 1 }, value: 101 });
  assert.equal(concat.cell(page({ op }), 1, 0).from, null);
});

test("exponentials add up, also where not every class is drawn", () => {
  const share = 1 / (1 + Math.exp(12));
  const output = Float32Array.from({ length: 12 }, () => share);
  const whole = softmax.cell(page({ kind: "softmax", op: {}, units: [0, 1], shape: [2, 3, 4], output }), 1, 2);
  assert.deepEqual(
    whole.named.map((one) => one.logit),
    [7, 19],
  );
  assert.equal(whole.others, 0);
  assert.ok(Math.abs(whole.named[0].exponential / whole.sum - share) < 1e-9);
  const part = softmax.cell(page({ kind: "softmax", op: {}, units: [0], shape: [2, 3, 4], output }), 1, 2);
  assert.ok(Math.abs(part.others / part.sum - (1 - share)) < 1e-6);
  const logarithm = logSoftmax.cell(page({ kind: "log-softmax", op: { alongColumns: true }, shape: [1, 3, 4], output }), 1, 2);
  assert.deepEqual([logarithm.chosen, logarithm.maximum], [2, 8]);
  assert.equal(softmax.cell(page({ op: {}, shape: [2] }), 0, 0), null);
});

test("of many classes twelve are named, the chosen one among them", () => {
  const units = Array.from({ length: 20 }, (_, unit) => unit);
  const { named, others, sum } = softmax.cell(page({ kind: "softmax", op: {}, units, shape: [20, 3, 4] }), 0, 0);
  assert.deepEqual(
    named.map((one) => one.index),
    [0, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  );
  assert.ok(Math.abs(named.reduce((rest, one) => rest - one.exponential, sum) - others) < 1e-9);
});

test("a local response is divided by what its neighbours add", () => {
  const cell = lrn.cell(page({ op: { first: 0, last: 1, bias: 2, alpha: 3, size: 6 }, units: [0, 1] }), 0, 0);
  assert.deepEqual(cell, { values: [1, 13], numbers: { l: 1, s: 170, q: 87, y: 100 } });
});

test("a resized cell weighs those that it lies between", () => {
  const axis = { at: [[0, 1]], weights: [[0.25, 0.75]] };
  const cell = resize.cell(page({ op: { unit: 0, rows: axis, columns: { at: [[2]], weights: null } } }), 0, 0);
  assert.deepEqual(cell.part, {
    terms: [
      { x: 3, w: 0.25 },
      { x: 7, w: 0.75 },
    ],
    sum: 6,
  });
  assert.deepEqual(cell.nearest, [0, 2]);
});

test("a pixel is read back from what the network gets", () => {
  const step = (invert) =>
    input.cell(page({ extra: { mean: 0.5, std: 0.25, scale: 1 / 255, invert }, output: Float32Array.of(-0.4, 1.2) }), 0, 1);
  assert.deepEqual([step(false).value, step(false).original, step(true).original], [204, 204, 51]);
  assert.ok(Math.abs(step(false).scaled - 0.8) < 1e-12);
});

test("a function has its operand and its result; and without its maps no cell has an equation", () => {
  assert.deepEqual(anyFunction.cell(page({}), 2, 3), { x: 12, y: 111 });
  for (const widget of [anyFunction, averagePool, conv, lrn, maxPool, sub])
    assert.equal(widget.cell(page({ output: null, op: { kernels } }), 0, 0), null);
});
