/** @type {Widget} */
export const widget = elementwise((values) => Math.max(...values));
