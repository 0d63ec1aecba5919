/** @type {Widget} */
export const widget = copying;
