/** @type {Widget} */
export const widget = elementwise((values) => Math.min(...values));
