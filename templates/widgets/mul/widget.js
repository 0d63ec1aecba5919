/** @type {Widget} */
export const widget = elementwise((values) => values.reduce((product, value) => product * value));
