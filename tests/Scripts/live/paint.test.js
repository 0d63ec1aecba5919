import assert from "node:assert/strict";
import { test } from "node:test";
import { packBoard, unpackBoard } from "../../../templates/js/live/address/pack.js";
import { namedKernel } from "../../../templates/js/live/kernels.js";
import { isSamePlace, readInterventions, writeInterventions } from "../../../templates/js/live/address/interventions.js";
import { blankBoard, copyBoard, covered, erase, paint } from "../../../templates/js/live/paint/brush.js";
import { addStep, beginHistory, redo, undo } from "../../../templates/js/live/paint/history.js";
import { moved } from "../../../templates/js/live/paint/move.js";

const [WHITE, RED] = [
  [255, 255, 255],
  [200, 30, 10],
];

function drawing() {
  const board = blankBoard(64, 64, WHITE);
  paint(board, { x: 10, y: 10 }, { x: 50, y: 40 }, 6, RED);
  return board;
}

const pixel = (board, x, y) => [...board.rgb.subarray((y * board.width + x) * 3, (y * board.width + x) * 3 + 3)];

test("a line has its colour within, its surroundings without, and something between at its edge", () => {
  const board = blankBoard(20, 20, WHITE);
  paint(board, { x: 4, y: 10 }, { x: 16, y: 10 }, 5, RED);
  assert.deepEqual(pixel(board, 10, 10), RED);
  assert.deepEqual(pixel(board, 10, 3), WHITE);
  assert.deepEqual(pixel(board, 18, 1), WHITE);
  const edge = blankBoard(20, 20, WHITE);
  paint(edge, { x: 4, y: 10.3 }, { x: 16, y: 10.3 }, 4, RED);
  const between = pixel(edge, 10, 8)[1];
  assert.ok(between > RED[1] && between < WHITE[1], String(between));
});

test("the eraser brings back what was there", () => {
  const base = drawing();
  const board = copyBoard(base);
  paint(board, { x: 30, y: 5 }, { x: 30, y: 60 }, 8, [0, 0, 0]);
  erase(board, base, { x: 30, y: 0 }, { x: 30, y: 64 }, 20);
  assert.deepEqual(board.rgb, base.rgb);
});

test("a patch is cut off at the edge", () => {
  const board = covered(drawing(), { x: -3, y: 60, width: 10, height: 10 }, [1, 2, 3]);
  assert.deepEqual(pixel(board, 0, 63), [1, 2, 3]);
  assert.deepEqual(pixel(board, 7, 63), WHITE);
});

test("a shift by whole pixels and a quarter turn are exact", () => {
  const board = drawing();
  assert.deepEqual(pixel(moved(board, { x: 3, y: -2, angle: 0, zoom: 1 }, WHITE), 13, 8), pixel(board, 10, 10));
  assert.deepEqual(pixel(moved(board, { x: 0, y: 0, angle: 90, zoom: 1 }, WHITE), 63 - 10, 12), pixel(board, 12, 10));
  let turned = board;
  for (let i = 0; i < 4; i++) turned = moved(turned, { x: 0, y: 0, angle: 90, zoom: 1 }, WHITE);
  assert.deepEqual(turned.rgb, board.rgb);
});

test("steps go back and forth", () => {
  let steps = addStep(addStep(beginHistory(1), 2), 3);
  steps = undo(undo(undo(steps)));
  assert.equal(steps.now, 1);
  steps = redo(steps);
  assert.equal(steps.now, 2);
  assert.equal(redo(addStep(steps, 9)).now, 9);
});

/** Node 18 knows no deflate without a header; browsers do. */
const skip = (() => {
  try {
    new CompressionStream("deflate-raw");
    return false;
  } catch {
    return true;
  }
})();

test("a picture comes back from its address byte for byte, and noise is no address", { skip }, async () => {
  const board = drawing();
  const text = await packBoard(board);
  assert.ok(text.length < 1000);
  assert.deepEqual((await unpackBoard(text, 64, 64)).rgb, board.rgb);
  const noise = blankBoard(64, 64, WHITE);
  noise.rgb.forEach((_, i) => {
    noise.rgb[i] = (i * 2654435761) >>> 24;
  });
  assert.equal(
    await packBoard({ ...noise, width: 200, height: 200, rgb: Uint8Array.from({ length: 120000 }, () => Math.random() * 256) }),
    null,
  );
});

test("whatever is no picture of the network's size is told so", { skip }, async () => {
  const text = await packBoard(drawing());
  for (const bad of [
    "",
    "1",
    "1.64.64.",
    "1.64.64.!!",
    "1.64.64.AAAA",
    "2" + text.slice(1),
    text.slice(0, -4),
    "<script>",
    "1.64.64." + "A".repeat(20000),
  ]) {
    assert.equal(await unpackBoard(bad, 64, 64), "damaged", bad);
  }
  assert.equal(await unpackBoard(text, 32, 32), "other-size");
});

test("changes come back from their text, and nothing else does", () => {
  const all = [
    { kind: "off", layer: "conv_1", unit: 3 },
    { kind: "bias", layer: "layer3.1-conv", unit: 0, value: -0.5 },
    { kind: "kernel", layer: "c", unit: 1, input: 2, name: "blur" },
    { kind: "weight", layer: "c", unit: 1, input: 2, row: 0, column: 1, value: 1e-7 },
    { kind: "add", layer: "out", unit: 9, value: 2 },
    { kind: "patch", x: -2, y: 4, width: 8, height: 8 },
  ];
  assert.deepEqual(readInterventions(writeInterventions(all)), all);
  assert.deepEqual(readInterventions(""), []);
  for (const bad of [
    "off",
    "off*c",
    "off*c*-1",
    "off*c*1*2",
    "constructor*1",
    "kernel*c*1*2*evil",
    "bias*c*0*1e999",
    "bias*c*0*Infinity",
    "x".repeat(9999),
    "off*c*1**",
  ]) {
    assert.equal(readInterventions(bad), null, bad);
  }
  assert.ok(isSamePlace(all[1], { ...all[1], value: 3 }) && !isSamePlace(all[0], { ...all[0], unit: 4 }));
});

test("named kernels are what they are called, at any size, and chance is the same each time", () => {
  for (const [rows, columns] of [
    [1, 1],
    [3, 3],
    [5, 5],
    [7, 7],
    [1, 5],
  ]) {
    const sum = (name) => namedKernel(name, rows, columns, 0.5, [1, 2]).reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum("blur") - 1) < 1e-6 && Math.abs(sum("edge")) < 1e-6 && Math.abs(sum("sharpen") - 1) < 1e-6 && sum("zero") === 0);
    const random = namedKernel("random", rows, columns, 0.5, [1, 2]);
    assert.ok(random.every((value) => Math.abs(value) <= 0.5));
    assert.deepEqual(random, namedKernel("random", rows, columns, 0.5, [1, 2]));
    assert.notDeepEqual(random, namedKernel("random", rows, columns, 0.5, [1, 3]));
  }
});
