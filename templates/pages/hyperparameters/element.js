/**
 * Makes an element: attributes that are `null` or `false` are left out, `true` ones are empty.
 * @param {string} tag @param {Record<string, unknown>} attributes @param {...(Node | string)} children
 */
function hyperElement(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}
