import assert from "node:assert/strict";
import { test } from "node:test";

import { matching, placeOf } from "../../templates/js/page/all-pictures.js";

/** @type {import("../../templates/js/page/all-pictures.js").PictureRow[]} */
const rows = [
  ["a", "Red car", "a.webp", "sports car"],
  ["b", "瓢虫", "b.webp", "ladybug"],
  ["c", "Carpet", "c.webp", ""],
];

/** @param {string} text */
const found = (text) => matching(rows, text).map(([id]) => id);

test("pictures are found by all words of title and answer, in any case", () => {
  assert.deepEqual(found("CAR"), ["a", "c"]);
  assert.deepEqual(found("car  sports"), ["a"]);
  assert.deepEqual(found("瓢"), ["b"]);
  assert.deepEqual(found("lady"), ["b"]);
  assert.deepEqual(found("dog"), []);
});

test("a fragment leads to a place below a picture, and nowhere else", () => {
  assert.equal(placeOf("#conv_1/3/index.html#y=1&x=2"), "conv_1/3/index.html#y=1&x=2");
  assert.equal(placeOf("#conv_1/index.html"), "conv_1/index.html");
  assert.equal(placeOf("#index.html"), "index.html");
  for (const hash of ["", "#", "#main", "#//evil.example/index.html", "#javascript:a/index.html", "#../index.html", "#a/b/index.html"]) {
    assert.equal(placeOf(hash), "");
  }
});
