// Rounding, formatting and the choice of decimals against the generator's answers in `tests/fixtures/decimals.json`, which a unit test
// of the generator keeps up to date.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { decimalsForOperands, decimalsForSum, settleDecimals } from "../../templates/js/compute/decimals.js";
import { decimalsFor, formatNumber, roundTo, shortNumber } from "../../templates/js/compute/numbers.js";

const vectors = JSON.parse(readFileSync(new URL("../fixtures/decimals.json", import.meta.url), "utf8"));

test("numbers are rounded and written as the generator does it", () => {
  for (const { value, decimals, shown, rounded } of vectors.formats) {
    assert.equal(formatNumber(value, decimals), shown, `${value} at ${decimals}`);
    assert.equal(roundTo(value, decimals) + 0, rounded + 0, `${value} at ${decimals}`);
  }
});

test("a layer's decimals follow from its magnitude", () => {
  for (const { value, decimals } of vectors.magnitudes) assert.equal(decimalsFor(value), decimals, `${value}`);
});

test("a narrow place has powers of ten", () => {
  for (const { value, shown } of vectors.shorts) assert.equal(shortNumber(value), shown);
  assert.equal(shortNumber(-0.00000299), "\u22123.0e\u22126");
});

test("sums have the fewest decimals with which they add up", () => {
  for (const sum of vectors.sums) assert.deepEqual(decimalsForSum(sum.parts, sum.bias, sum.result, sum.start), sum.decimals);
});

test("products have the fewest decimals with which they give the result", () => {
  const product = (/** @type {number[]} */ shown) => shown[0] * shown[1];
  for (const { operands, result, y, x } of vectors.operands) {
    assert.equal(settleDecimals(decimalsFor(Math.abs(result)), product(operands), result), y);
    assert.equal(decimalsForOperands(operands, product, result, y), x);
  }
});
