// The receptive field of a cell, from the runs that a page carries.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldAt } from "../../templates/js/compute/field.js";

/** Three rows or columns that see two pixels each, one further than the last, of which the first reads padding. */
const runs = [
  [1, 0, 0, 0, 0, 1],
  [2, 0, 1, 1, 1, 0],
];

test("a cell sees a box, and padding where its row or its column does", () => {
  const terms = [{ down: runs, across: runs, turned: false, holes: false }];
  assert.deepEqual(fieldAt(terms, 0, 2), { box: [0, 1, 0, 2], padding: true, gaps: false });
  assert.deepEqual(fieldAt(terms, 1, 2), { box: [0, 1, 1, 2], padding: false, gaps: false });
});

test("rows become columns where the network turns its maps", () => {
  const terms = [{ down: runs, across: runs, turned: true, holes: false }];
  assert.deepEqual(fieldAt(terms, 0, 2).box, [1, 0, 2, 0]);
});

test("of two branches a cell sees both, with gaps unless one of them sees all of it", () => {
  const [near, far] = [[[3, 0, 1, 0, 1, 0]], [[3, 5, 1, 5, 1, 0]]];
  const apart = [near, far].map((run) => ({ down: run, across: run, turned: false, holes: false }));
  assert.deepEqual(fieldAt(apart, 0, 0), { box: [0, 0, 5, 5], padding: false, gaps: true });
  const wide = { down: [[3, 0, 0, 9, 0, 0]], across: [[3, 0, 0, 9, 0, 0]], turned: false, holes: false };
  assert.deepEqual(fieldAt([apart[0], wide], 0, 0), { box: [0, 0, 9, 9], padding: false, gaps: false });
});

test("a cell may see only padding, or nothing", () => {
  const none = [[1, 0, 0, -1, 0, 1]];
  const terms = (/** @type {number} */ marks) => [{ down: [[1, 0, 0, -1, 0, marks]], across: none, turned: false, holes: false }];
  assert.deepEqual(fieldAt(terms(1), 0, 0), { box: null, padding: true, gaps: false });
  assert.deepEqual(fieldAt(terms(0), 0, 0), { box: null, padding: false, gaps: false });
});
