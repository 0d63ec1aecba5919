import { drawMap } from "../colours.js";
import { decimalsFor, formatNumber } from "../compute/numbers.js";
import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";

// The page of a layer's kernels: a kernel's weights when it is pointed at, and colours over each kernel's own range.
export function startKernels() {
  const table = find(".kernels[data-high]");
  const numbers = find(".kernel-numbers");
  const choice = find(".kernel-scales");
  if (!table || !numbers || !choice) return;
  choice.hidden = false;
  numbers.hidden = false;
  numbers.textContent = wordOf("point_kernel");
  const decimals = decimalsFor(Number(table.dataset.high));
  for (const moment of ["pointerover", "focusin"]) {
    table.addEventListener(moment, (event) => {
      const link = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-weights]"));
      if (link) showWeights(numbers, link, decimals);
    });
  }
  const own = /** @type {HTMLInputElement} */ (find('[value="own"]', choice));
  const apply = () => {
    const isOwn = own.checked;
    /** @type {HTMLElement} */ (find(".kernel-bar")).hidden = isOwn;
    /** @type {HTMLElement} */ (find(".kernel-own")).hidden = !isOwn;
    for (const link of findAll("[data-weights]", table)) drawKernel(link, isOwn);
  };
  choice.addEventListener("change", apply);
  if (own.checked) apply();
}

/** @param {HTMLElement} link @returns {number[]} */
function weightsOf(link) {
  return (link.dataset.weights ?? "").split(" ").map(Number);
}

/** @param {HTMLElement} numbers @param {HTMLElement} link @param {number} decimals */
function showWeights(numbers, link, decimals) {
  const image = /** @type {HTMLImageElement} */ (find("img", link));
  const weights = make(
    "div",
    { class: "weights", style: `--columns:${image.getAttribute("width")}` },
    ...weightsOf(link).map((weight) => make("data", { class: "w", value: weight }, formatNumber(weight, decimals))),
  );
  numbers.replaceChildren(make("strong", {}, image.alt), weights);
}

/** @param {HTMLElement} link @param {boolean} isOwn */
function drawKernel(link, isOwn) {
  const image = /** @type {HTMLImageElement} */ (find("img", link));
  image.dataset.original ??= image.getAttribute("src") ?? "";
  if (!isOwn) {
    image.src = image.dataset.original;
    return;
  }
  const weights = weightsOf(link);
  const high = Math.max(...weights.map(Math.abs)) || 1;
  const canvas = document.createElement("canvas");
  drawMap(canvas, weights, Number(image.getAttribute("height")), Number(image.getAttribute("width")), {
    palette: "diverging",
    minimum: -high,
    maximum: high,
  });
  image.src = canvas.toDataURL();
}
