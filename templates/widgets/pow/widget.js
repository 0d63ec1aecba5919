/** @type {Widget} */
export const widget = elementwise((values) => values[0] ** values[1]);
