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
  const size = input.data.length / groups;
  const all = Array.from({ length: groups }, (_, group) => statisticsOf(input.data.subarray(group * size, (group + 1) * size)));
  return normaliseUnits(input, op, (unit) => all[Math.floor((unit * groups) / input.shape[0])]);
}

/** @param {Float32Array} values */
function statisticsOf(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}
