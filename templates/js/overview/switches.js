import { find, findAll } from "../dom.js";

// How the network is drawn is the reader's choice, and stays from picture to picture as long as the tab is open.
// What the address says counts first.
const switchesKey = "convscope-switches";

/** What was chosen, by the name of the switch. @returns {Record<string, string>} */
export function keptSwitches() {
  try {
    return JSON.parse(sessionStorage.getItem(switchesKey) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {string} name @param {string} value */
function keepSwitch(name, value) {
  try {
    sessionStorage.setItem(switchesKey, JSON.stringify({ ...keptSwitches(), [name]: value }));
  } catch {
    /* forbidden */
  }
}

export function startSwitches() {
  const form = find(".overview-controls");
  if (!form) return;
  const kept = keptSwitches();
  for (const input of /** @type {HTMLInputElement[]} */ (findAll("input", form))) {
    const value = kept[input.name];
    if (value === undefined) continue;
    if (input.type === "checkbox") input.checked = value === "on";
    // The scale of maps is drawn where the address is read.
    else if (input.name !== "scale" && input.value === value) input.checked = true;
  }
  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    keepSwitch(input.name, input.type === "checkbox" ? (input.checked ? "on" : "off") : input.value);
  });
}
