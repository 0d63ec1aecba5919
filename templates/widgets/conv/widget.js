import { mapOfUnit } from "../../js/unit/cells.js";
import { windowExtent, windowOver, windowStart, windowSums, windowValues } from "../../js/compute/window.js";
import { channelSum, drawPartials, noteOthers, productsPart } from "../../js/unit/partials.js";
import { overChannels } from "../../js/unit/stage.js";
import { startKernelTips } from "../../js/unit/kernel-tips.js";

/** @import { Widget } from "../../js/unit/page.js" */
/** @import { ChannelSum } from "../../js/unit/partials.js" */

/** @type {Widget<ChannelSum>} */
export const widget = {
  ...overChannels,

  inputWindow(page, y, x) {
    const { window } = page.view.op;
    return [...windowStart(window, y, x), ...windowExtent(window)];
  },

  outputCell(page, _map, row, column) {
    return windowOver(page.view.op.window, row, column, page.view.shape);
  },

  cell(data, y, x) {
    if (!data.output) return null;
    const { op, inputs } = data.view;
    const parts = op.kernels.map((/** @type {any} */ kernel) => {
      const values = windowValues(op.window, mapOfUnit(data, kernel.input), inputs[0].shape, y, x);
      return productsPart(values.map((value, k) => ({ x: value.x, w: Math.fround(kernel.weights[k]), pad: value.pad })));
    });
    return channelSum(data, parts, y, x);
  },

  start(page) {
    startKernelTips(page.view);
    const { inputs, op, shape } = page.view;
    noteOthers(page);
    if (page.output)
      drawPartials(page, (kernel) =>
        windowSums(op.window, kernel.weights, mapOfUnit(page, kernel.input), inputs[0].shape, shape[1], shape[2]),
      );
  },
};
