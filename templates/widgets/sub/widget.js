/** @type {Widget} */
export const widget = elementwise((values) => values.reduce((difference, value) => difference - value));
