/** @type {Widget} */
export const widget = { ...cellByCell, explain: showFunction };
