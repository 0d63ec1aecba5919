// A word's form for a count: the twin of tests/Cli/Lessons/PluralTests.cs, with the same samples.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formOf } from "../../templates/js/words.js";

const names = { zero: "zero", one: "one", two: "two", few: "few", many: "many", other: "other" };
const expected = {
  ar: "zero one two few few many many other",
  ru: "many one few few many many one many",
  pl: "many one few few many many many many",
  "zh-Hans": "other other other other other other other other",
  en: "other one other other other other other other",
  fr: "one one other other other other other other",
  lv: "zero one other other other zero one zero",
};

for (const [language, forms] of Object.entries(expected)) {
  test(`forms of ${language}`, () => {
    assert.equal([0, 1, 2, 3, 5, 11, 21, 100].map((count) => formOf(names, count, language)).join(" "), forms);
  });
}

test("an exact count goes first, and what has no form of its own is other", () => {
  assert.equal(formOf({ "=1": "single", one: "one", other: "other" }, 1, "en"), "single");
  assert.equal(formOf({ one: "one", other: "other" }, "1,001", "ru"), "one");
  assert.equal(formOf({ other: "other" }, 2, "ar"), "other");
});
