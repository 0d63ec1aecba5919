import { find } from "../dom.js";

// Light, dark, or as the system has it. Storage may be forbidden, and then the choice lasts as long as the page.
const themeKey = "convscope-theme";

export function startTheme() {
  const label = find(".theme");
  const select = /** @type {HTMLSelectElement | null} */ (label && find("select", label));
  if (!label || !select) return;
  let theme = "";
  try {
    theme = localStorage.getItem(themeKey) ?? "";
  } catch {
    /* forbidden */
  }
  setTheme(theme);
  select.value = theme;
  label.hidden = false;
  select.addEventListener("change", () => {
    setTheme(select.value);
    try {
      localStorage.setItem(themeKey, select.value);
    } catch {
      /* forbidden */
    }
  });
}

/** @param {string} theme `light`, `dark`, or empty for the system's */
function setTheme(theme) {
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
