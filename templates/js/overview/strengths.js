import { find, findAll } from "../dom.js";

// How strongly each curve's source is weighed: by width and opacity, and dashes where the weights add up to less than zero.
export function startStrengths() {
  const box = /** @type {HTMLInputElement | null} */ (find('[name="strengths"]'));
  const network = find(".network");
  if (!box || !network || !find("[data-strengths]", network)) return;
  const label = /** @type {HTMLElement} */ (box.closest("label"));
  label.hidden = false;
  box.addEventListener("change", () => showStrengths(network, box.checked));
  if (box.checked) showStrengths(network, true);
}

/** @param {HTMLElement} network @param {boolean} areShown */
function showStrengths(network, areShown) {
  const note = find(".strengths-note");
  if (note) note.hidden = !areShown;
  for (const weighed of findAll(".edges .weighed", network)) weighed.remove();
  for (const path of /** @type {NodeListOf<SVGPathElement>} */ (network.querySelectorAll(".edges [data-strengths]"))) {
    path.style.display = areShown ? "none" : "";
    if (areShown) path.after(...weighedCurves(path));
  }
}

/** One path a curve, since each has its own width. @param {SVGPathElement} path @returns {SVGPathElement[]} */
function weighedCurves(path) {
  const strengths = (path.dataset.strengths ?? "").split(" ").map(Number);
  const curves = (path.getAttribute("d") ?? "").match(/M[^M]+/g) ?? [];
  return curves.map((d, i) => {
    const curve = /** @type {SVGPathElement} */ (path.cloneNode());
    curve.removeAttribute("data-strengths");
    curve.removeAttribute("data-from");
    curve.setAttribute("d", d);
    curve.style.display = "";
    curve.style.setProperty("--s", String(Math.abs(strengths[i]) / 100));
    curve.classList.add("weighed");
    curve.classList.toggle("below", strengths[i] < 0);
    return curve;
  });
}
