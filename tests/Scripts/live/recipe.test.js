// Each filter against the library that it is named after, at every ratio from 1/20 to 5, as tests/fixtures/filters/record.py recorded it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { orientationOf, upright, withoutOrientation } from "../../../templates/js/live/recipe/orientation.js";
import { resize } from "../../../templates/js/live/recipe/resize.js";

const [WIDTH, HEIGHT] = [120, 80];
const recorded = JSON.parse(readFileSync(new URL("../../fixtures/filters/recorded.json", import.meta.url), "utf8"));

/** Slow shades, hard edges and grain, as the recording program makes them. */
function scene() {
  const rgba = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  for (let i = 0; i < WIDTH * HEIGHT * 3; i++) {
    const [x, y, c] = [Math.floor(i / 3) % WIDTH, Math.floor(i / 3 / WIDTH), i % 3];
    const shade = Math.floor(((x * (3 - c) + y * (1 + c)) * 2) / 5);
    const edge = ((Math.floor(x / 13) + Math.floor(y / 17)) % 2) * (70 - 20 * c) + ((x - 80) ** 2 + (y - 30) ** 2 < 400 ? 60 * c : 0);
    rgba[Math.floor(i / 3) * 4 + c] = shade + edge + (((((x * 7919 + y * 104729 + c * 1299709) % 65537) * 75) % 65537) % 29);
  }
  return { width: WIDTH, height: HEIGHT, rgba };
}

const plain = { alpha: "composite", background: 0xffffff, crop: null, resize: { mode: "stretch", height: 0, width: 0 } };

// OpenCV averages areas in single precision, so that a few sizes differ by one step; the browser tests compare them with the generator.
for (const [library, filter] of [
  ["pil bilinear", "bilinear"],
  ["pil bicubic", "bicubic"],
  ["pil nearest", "nearest"],
  ["opencv linear", "bilinear-plain"],
]) {
  test(`${filter} is ${library}`, () => {
    for (const [size, record] of Object.entries(recorded.results[library])) {
      const [width, height] = size.split("x").map(Number);
      const pixels = resize(scene(), { ...plain, filter, shape: [3, height, width] });
      assert.equal(createHash("sha256").update(pixels).digest("hex").slice(0, 8), record.slice(0, 8), size);
    }
  });
}

/** A JPEG's beginning with an orientation noted. */
function jpeg(orientation) {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, tiff.length + 8, ...Buffer.from("Exif\0\0", "latin1"), ...tiff, 0xff, 0xda]);
}

test("an orientation is read, and left out", () => {
  for (let orientation = 1; orientation <= 8; orientation++) assert.equal(orientationOf(jpeg(orientation)), orientation);
  for (const none of [0, 9, 255]) assert.equal(orientationOf(jpeg(none)), 1);
  assert.equal(orientationOf(withoutOrientation(jpeg(6))), 1);
  for (let length = 0; length < jpeg(6).length; length++) orientationOf(jpeg(6).slice(0, length));
});

test("each orientation is turned upright as the standard's table says", () => {
  const corners = [
    [0, 1, 2, 3],
    [1, 0, 3, 2],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
    [0, 2, 1, 3],
    [2, 0, 3, 1],
    [3, 1, 2, 0],
    [1, 3, 0, 2],
  ];
  const stored = { width: 2, height: 2, rgba: Uint8ClampedArray.from([0, 1, 2, 3].flatMap((grey) => [grey, grey, grey, 255])) };
  corners.forEach((expected, i) =>
    assert.deepEqual(
      [...upright(stored, i + 1).rgba].filter((_, at) => at % 4 === 0),
      expected,
    ),
  );
});
