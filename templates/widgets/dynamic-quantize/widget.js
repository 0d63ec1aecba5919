import { inSteps } from "../../js/compute/storing.js";
import { find } from "../../js/dom.js";
import { cellByCell, cellOf } from "../../js/unit/cells.js";
import { digitsOf, showStoring } from "../../js/unit/storing.js";
import { quotient } from "../quantize/widget.js";

/** @import { Widget } from "../../js/unit/page.js" */

/** The step and the zero point are those of the picture, which stand on the page. @type {Widget<{ x: number, y: number }>} */
export const widget = {
  ...cellByCell,
  cell(data, y, x) {
    const { units } = data.view.inputs[0];
    const map = data.inputs[0][units.findIndex((unit) => unit[0] === data.view.unit)];
    return data.output && map ? { x: cellOf(data, map, y, x), y: cellOf(data, data.output, y, x) } : null;
  },
  show(page, { x, y }) {
    const [step, zero] = ["per", "zero"].map((name) => Number(find(`.${name}`, page.equation)?.getAttribute("value")));
    const to = { step: Math.fround(step), zero, low: 0, high: 255 };
    showStoring(page.equation, to, inSteps(x, to), y, quotient(x, to.step, digitsOf(page.equation, "per")));
  },
};
