/** @import { LayerDescription, LayerInput } from "./layer.js" */

/**
 * Brings each unit to its own mean and spread, then scales and shifts it.
 * @param {LayerInput} input
 * @param {LayerDescription} op with `epsilon`, and `scale` and `shift` where it has them
 * @param {(unit: number) => { mean: number, variance: number }} statistics
 */
export function normaliseUnits({ data, shape: [units, height, width] }, op, statistics) {
  const result = new Float32Array(data.length);
  for (let unit = 0; unit < units; unit++) {
    const { mean, variance } = statistics(unit);
    const factor = (op.scale ? op.scale[unit] : 1) / Math.sqrt(variance + op.epsilon);
    const shift = op.shift ? op.shift[unit] : 0;
    for (let i = unit * height * width; i < (unit + 1) * height * width; i++) result[i] = (data[i] - mean) * factor + shift;
  }
  return result;
}

/**
 * The same with the mean and the variance of groups of units of the very input.
 * @param {LayerInput} input
 * @param {LayerDescription} op
 * @param {number} groups
 */
export function normaliseGroups(input, op, groups) {
  const perGroup = input.shape[0] / groups;
  const all = Array.from({ length: groups }, (_, group) => statisticsOfGroup(input, groups, group * perGroup));
  return normaliseUnits(input, op, (unit) => all[Math.floor(unit / perGroup)]);
}

/** No mean, and for a variance the mean square of everything. @param {LayerInput} input */
export function meanSquareOf({ data }) {
  return { mean: 0, variance: data.reduce((sum, value) => sum + value * value, 0) / data.length };
}

/** Mean and variance of the group of units that a unit is of. @param {LayerInput} input @param {number} groups @param {number} unit */
export function statisticsOfGroup({ data, shape }, groups, unit) {
  const size = data.length / groups;
  const group = Math.floor((unit * groups) / shape[0]);
  return statisticsOf(data.subarray(group * size, (group + 1) * size));
}

/** @param {Float32Array} values */
function statisticsOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}
