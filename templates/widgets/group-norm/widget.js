/** @type {Widget} */
export const widget = normalised;
