import { find, findAll, make } from "../dom.js";

/** @import { UnitView } from "./page.js" */

// A kernel that is pointed at shows its weights. They stand in its title, for pages without the script.
/** @param {UnitView} view */
export function startKernelTips({ op }) {
  /** @type {Array<{ input: number, weights: number[] }>} */
  const kernels = op?.kernels ?? op?.sum?.kernels ?? [];
  for (const kernel of findAll(".channels .kernel[title]")) {
    const { title } = kernel;
    const unit = Number(kernel.closest("li")?.dataset.unit);
    kernel.setAttribute("aria-label", title);
    kernel.removeAttribute("title");
    const show = () => {
      if (!find(".tip", kernel)) showTip(kernel, rowsOf(title), kernels.find((one) => one.input === unit)?.weights ?? []);
    };
    for (const moment of ["pointerenter", "focus"]) kernel.addEventListener(moment, show);
  }
}

/** The numbers of a kernel's label, row by row: what stands behind its last colon. @param {string} label */
export function rowsOf(label) {
  const numbers = label.slice(Math.max(label.lastIndexOf(":"), label.lastIndexOf("：")) + 1);
  return numbers
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/));
}

/** @param {HTMLElement} kernel @param {string[][]} rows as they are shown @param {number[]} weights exactly */
export function showTip(kernel, rows, weights) {
  const numbers = rows.flat().map((text, i) => make("data", { class: "k", value: weights[i] ?? text }, text));
  find(".tip", kernel)?.remove();
  kernel.append(make("span", { class: "tip", "aria-hidden": "true", style: `--columns:${rows[0].length}` }, ...numbers));
}
