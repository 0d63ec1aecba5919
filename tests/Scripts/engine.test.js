// A network in script: what is computed again, what may be changed, where it stops.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startEngine } from "../../templates/js/live/engine.js";
import { isIntervention } from "../../templates/js/live/interventions.js";
import { passOf } from "../../templates/js/live/pass.js";
import { serve } from "../../templates/js/live/serve.js";
import { forward as dense } from "../../templates/widgets/dense/forward.js";
import { forward as anyFunction } from "../../templates/widgets/default/forward.js";
import { forward as relu } from "../../templates/widgets/relu/forward.js";

const forwards = { dense, relu, default: anyFunction };
const fully = (/** @type {number} */ units, /** @type {number[]} */ weights) => ({
  shape: [units, 1, 1],
  weights: Float32Array.from(weights),
  bias: new Float32Array(units),
});

/** Two branches of two numbers, one of which goes on behind an operator that nothing computes. */
const network = {
  output: "twice",
  layers: [
    { id: "input", kind: "input", inputs: [], shape: [2, 1, 1], op: { shape: [2, 1, 1] } },
    { id: "left", kind: "dense", inputs: ["input"], shape: [2, 1, 1], op: fully(2, [1, 0, 0, 1]) },
    { id: "right", kind: "dense", inputs: ["input"], shape: [2, 1, 1], op: fully(2, [-1, 0, 0, -1]) },
    { id: "twice", kind: "twice", inputs: ["left"], shape: [2, 1, 1], op: { shape: [2, 1, 1], formula: "2 × {x}", constants: {} } },
    { id: "strange", kind: "strange", inputs: ["right"], shape: [2, 1, 1], op: { shape: [2, 1, 1] } },
    { id: "behind", kind: "relu", inputs: ["strange"], shape: [2, 1, 1], op: { shape: [2, 1, 1] } },
  ],
};
const picture = Float32Array.of(3, -4);

/** @param {ReturnType<typeof passOf>} pass @param {Float32Array} tensor @param {any[]} changes */
const computed = (pass, tensor, changes) => [...pass.run(tensor, changes)].map(({ layer }) => layer);

test("only what a change reaches is computed again", () => {
  const pass = passOf(network, forwards);
  assert.deepEqual(computed(pass, picture, []), ["input", "left", "right", "twice"]);
  assert.deepEqual(computed(pass, picture.slice(), []), []);
  assert.deepEqual(computed(pass, picture, [{ kind: "bias", layer: "left", unit: 0, value: 1 }]), ["left", "twice"]);
  assert.deepEqual(computed(pass, picture, [{ kind: "unit-off", layer: "right", unit: 0 }]), ["left", "right", "twice"]);
  assert.deepEqual(computed(pass, Float32Array.of(3, 4), []), ["input", "left", "right", "twice"]);
});

test("a run that is left goes on where it was left", () => {
  const pass = passOf(network, forwards);
  pass.run(picture, []).next();
  assert.deepEqual(computed(pass, picture, []), ["left", "right", "twice"]);
});

test("changes change what they say, and the network stays as it was", () => {
  const pass = passOf(network, forwards);
  const outputs = (/** @type {any[]} */ changes) =>
    Object.fromEntries([...pass.run(picture, changes)].map(({ layer, output }) => [layer, [...output]]));
  assert.deepEqual(outputs([]).twice, [6, -8]);
  assert.deepEqual(outputs([{ kind: "weight", layer: "left", unit: 1, index: 0, value: 2 }]).left, [3, 2]);
  assert.deepEqual(outputs([{ kind: "logit", layer: "twice", unit: 0, by: 0.5 }]).twice, [6.5, -8]);
  assert.deepEqual(outputs([]).twice, [6, -8]);
});

test("a layer that nothing computes is named, and what is behind it isn't live", () => {
  const { graph } = passOf(network, forwards);
  assert.deepEqual(graph.stops, [{ layer: "strange", kind: "strange" }]);
  assert.deepEqual(
    graph.layers.filter(({ isLive }) => !isLive).map(({ id }) => id),
    ["strange", "behind"],
  );
});

test("what doesn't fit the network is no change of it", () => {
  const { graph } = passOf(network, forwards);
  assert.ok(isIntervention(graph, { kind: "weight", layer: "left", unit: 1, index: 1, value: 0 }));
  const wrong = [
    null,
    "off",
    {},
    { kind: "unit-off", layer: "nowhere", unit: 0 },
    { kind: "unit-off", layer: "strange", unit: 0 },
    { kind: "unit-off", layer: "left", unit: 2 },
    { kind: "unit-off", layer: "left", unit: 0.5 },
    { kind: "constructor", layer: "left", unit: 0 },
    { kind: "weight", layer: "left", unit: 0, index: 2, value: 0 },
    { kind: "weight", layer: "left", unit: 0, index: 0, value: NaN },
    { kind: "bias", layer: "twice", unit: 0, value: 1 },
    { kind: "kernel", layer: "left", unit: 0, input: 0, values: [1] },
    { kind: "logit", layer: "left", unit: 0, by: "1" },
  ];
  for (const one of wrong) assert.ok(!isIntervention(graph, one), JSON.stringify(one));
});

test("what isn't a network is told when it is opened", async () => {
  const none = () => {
    throw new Error("no worker here");
  };
  await assert.rejects(
    startEngine(new ArrayBuffer(8), none, (port) => serve(port, forwards)),
    /JSON/,
  );
});
