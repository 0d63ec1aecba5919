/** @type {Widget} */
export const widget = exponentials;
