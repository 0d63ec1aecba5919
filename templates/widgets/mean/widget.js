/** @type {Widget} */
export const widget = elementwise((values) => values.reduce((sum, value) => sum + value) / values.length);
