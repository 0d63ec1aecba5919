// How fast a map is played.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beatTime, rateOf } from "../../templates/js/unit/play/clock.js";

test("slow speeds are cells a second, fast ones maps in a time, whatever their size", () => {
  assert.equal(rateOf(1, 4096), 0.25);
  assert.equal(rateOf(2, 9), 1);
  assert.equal(rateOf(7, 4096), 2048);
  assert.equal(rateOf(7, 9), 4.5);
  for (let speed = 1; speed < 7; speed++) assert.ok(rateOf(speed, 4096) < rateOf(speed + 1, 4096));
});

test("a speed beyond the slider's is its nearest", () => {
  assert.equal(rateOf(0, 100), rateOf(1, 100));
  assert.equal(rateOf(99, 100), rateOf(7, 100));
});

test("beats share a slow cell's time, and of fast cells only the first shows them", () => {
  assert.equal(beatTime(0.25, 4, false), 1000);
  assert.equal(beatTime(50, 4, false), 0);
  assert.equal(beatTime(50, 4, true), 420);
  assert.ok(beatTime(50, 100, true) * 100 <= 4000);
});
