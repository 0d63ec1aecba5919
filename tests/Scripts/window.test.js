// Where a kernel's window lies, and what is in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rowSums, windowExtent, windowOver, windowStart, windowValues } from "../../templates/js/compute/window.js";

const window = { kernel: [3, 3], stride: [2, 2], pad: [1, 2], dilation: [2, 1] };
const map = Float32Array.from({ length: 20 }, (_, i) => i);

test("a window begins in the padding, and spans its holes", () => {
  assert.deepEqual(windowStart(window, 0, 1), [-1, 0]);
  assert.deepEqual(windowExtent(window), [5, 3]);
});

test("what lies outside is padding, and zero", () => {
  const values = windowValues(window, map, [1, 4, 5], 0, 0);
  assert.deepEqual(
    values.map((value) => value.row),
    [-1, -1, -1, 1, 1, 1, 3, 3, 3],
  );
  assert.deepEqual(
    values.map((value) => (value.pad ? "-" : value.x)),
    ["-", "-", "-", "-", "-", 5, "-", "-", 15],
  );
  assert.ok(values.every((value) => !value.pad || value.x === 0));
});

test("the window over a cell is the one that is centred nearest, within the map", () => {
  assert.deepEqual(windowOver(window, 0, 0, [1, 2, 3]), [0, 1]);
  assert.deepEqual(windowOver(window, 3, 4, [1, 2, 3]), [1, 2]);
  assert.deepEqual(windowOver(window, 9, 9, [1, 2, 3]), [1, 2]);
});

test("a large window is summed up row by row", () => {
  const values = windowValues(window, map, [1, 4, 5], 0, 0);
  assert.deepEqual(
    rowSums(values, 3).map((row) => row.sum),
    [0, 5, 15],
  );
});
