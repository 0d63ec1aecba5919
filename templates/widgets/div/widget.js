/** @type {Widget} */
export const widget = elementwise((values) => values.reduce((quotient, value) => quotient / value));
