// The numbers that a unit's page works with, from its `#view`, for another picture and with what is changed.

import { find } from "../../dom.js";

/** @typedef {import("../address/interventions.js").Intervention} Intervention */
/** @typedef {import("../live-network.js").LiveNetwork} LiveNetwork */
/** @typedef {import("../live-network.js").Maps} Maps */

/** @param {ArrayLike<number>} values */
export function magnitudeOf(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
}

/**
 * The ends of a layer's colours: those of signed numbers reach as far on both sides.
 * @param {number[]} scale as recorded
 * @param {Float32Array | undefined} values
 */
export function scaleOf(scale, values) {
  if (!values || scale[0] !== -scale[1]) return scale;
  const most = magnitudeOf(values) || 1;
  return [-most, most];
}

/** Changes `#view`, before the page's script reads it. @param {LiveNetwork} network @param {Maps} maps @param {Intervention[]} changes */
export function fillView(network, maps, changes) {
  const element = document.getElementById("view");
  const { layer } = document.body.dataset;
  if (!element || !layer) return;
  const view = JSON.parse(element.textContent ?? "{}");
  const output = maps(layer);
  if (output && view.magnitude !== undefined) {
    view.magnitude = magnitudeOf(output);
    view.scale = scaleOf(view.scale, output);
  }
  for (const input of view.inputs ?? []) input.scale = scaleOf(input.scale, maps(input.layer));
  fillSingle(network, maps, view);
  // What the channels add that aren't written out was recorded; it is what is left, at every cell.
  find('.part[data-unit="-1"] .p')?.setAttribute("value", "NaN");
  for (const change of changes) changeOperator(network, view, layer, change);
  element.textContent = JSON.stringify(view);
}

/**
 * Kernels and bias of the page's own unit follow what is changed.
 * @param {LiveNetwork} network
 * @param {any} view
 * @param {string} layer
 * @param {Intervention} change
 */
function changeOperator(network, view, layer, change) {
  if (change.kind === "patch" || change.layer !== layer || change.unit !== view.unit) return;
  if (change.kind === "bias" && "bias" in view.op) view.op.bias = Math.fround(change.value);
  if (change.kind !== "weight" && change.kind !== "kernel") return;
  const input = network.inputOf(layer, change.unit, change.input);
  const kernel = view.op.kernels?.find((/** @type {any} */ one) => one.input === input);
  if (!kernel) return;
  const given = network.changeOf(change);
  if (given.kind === "kernel") kernel.weights = given.values;
  else if (change.kind === "weight") kernel.weights[change.row * network.sizeOf(layer)[1] + change.column] = Math.fround(change.value);
}

/**
 * A unit that is one number has no data file: where the page works with one, it is asked for as if it had.
 * @param {LiveNetwork} network @param {Maps} maps @param {any} view
 */
function fillSingle(network, maps, view) {
  const { picture, layer = "" } = document.body.dataset;
  const route = (/** @type {string} */ id, /** @type {number} */ unit) => `data/${picture}/${id}/${unit}-0.js`;
  if (!network.hasMaps(layer) && maps(layer)) view.output = route(layer, view.unit);
  for (const input of view.inputs ?? []) {
    if (network.hasMaps(input.layer) || !maps(input.layer) || input.units.length > 0) continue;
    const unit = input.shape[0] === 1 ? 0 : view.unit;
    input.units = [[unit, route(input.layer, unit), ""]];
  }
}
