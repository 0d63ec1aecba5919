// The playground's arithmetic along one axis, and its settings as they stand in an address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pictureOf, readersOf, sizesOf, sumOf, termsOf } from "../../templates/pages/hyperparameters/arithmetic.js";
import { FIELDS, PRESETS, fragmentOf, parseSettings, weightsOf } from "../../templates/pages/hyperparameters/settings.js";

const base = { n: 7, k: 3, p: 1, s: 1, d: 1, preset: "edge", weights: weightsOf("edge", 3) };

test("every output cell is read back from its inputs, whatever the settings", () => {
  for (const changes of [{}, { s: 2 }, { d: 2 }, { p: 0, s: 3 }, { k: 2, preset: "sum", weights: weightsOf("sum", 2) }]) {
    const settings = { ...base, ...changes };
    const [sizes, picture] = [sizesOf(settings), pictureOf(settings.n)];
    assert.equal(sizes.output, Math.floor((settings.n + 2 * settings.p - settings.d * (settings.k - 1) - 1) / settings.s) + 1);
    for (let row = 0; row < sizes.output; row++) {
      const terms = termsOf(settings, picture, row, 0);
      assert.equal(
        sumOf(terms),
        terms.reduce((sum, term) => sum + (term.padding ? 0 : picture[term.row * settings.n + term.column]) * term.w, 0),
      );
      for (const term of terms)
        assert.ok(
          readersOf(settings, sizes, term.row, term.column).some(
            (reader) => reader.row === row && reader.column === 0 && reader.w === term.w,
          ),
        );
    }
  }
});

test("a kernel that doesn't fit has no output", () => {
  assert.equal(sizesOf({ ...base, n: 2, k: 5, p: 0 }).output, 0);
});

test("settings go into an address and come back", () => {
  for (const preset of Object.keys(PRESETS)) {
    const settings = { ...base, s: 2, preset, weights: weightsOf(preset, 3) };
    assert.deepEqual(parseSettings(fragmentOf(settings), base), settings);
  }
  const own = { ...base, preset: "own", weights: [1, 2, 3, 4, 5, 6, 7, 8, -9] };
  assert.deepEqual(parseSettings(`#${fragmentOf(own)}`, base), own);
});

test("what is out of range is drawn in, and what is no weight is none", () => {
  for (const { key, least, most } of FIELDS) {
    assert.equal(parseSettings(`${key}=99`, base)?.[key], most);
    assert.equal(parseSettings(`${key}=-99`, base)?.[key], least);
  }
  assert.equal(parseSettings("k=3&w=1,2,3", base)?.preset, "edge");
  assert.equal(parseSettings("k=1&w=99", base)?.preset, "edge");
  assert.equal(parseSettings("w=toString", base), null);
  assert.equal(parseSettings("n=5&w=toString", base)?.preset, "edge");
});
