widgets.conv = {
  inputWindow(page, y, x) {
    const { window } = page.view.op;
    return [...windowStart(window, y, x), ...windowExtent(window)];
  },

  outputCell(page, _map, row, column) {
    return windowOver(page.view.op.window, row, column, page.view.shape);
  },

  explain(page, y, x) {
    if (!page.output) return;
    const { op, inputs, shape } = page.view;
    /** @type {ExactPart[]} */
    const parts = op.kernels.map((/** @type {any} */ kernel) => {
      const map = mapOfUnit(page, kernel.input);
      const terms = windowValues(op.window, map, inputs[0].shape, y, x).map((value, k) => ({ x: value.x, w: Math.fround(kernel.weights[k]), pad: value.pad }));
      return { terms, sum: terms.reduce((sum, term) => sum + term.x * term.w, 0) };
    });
    const result = page.output[y * shape[2] + x];
    if (page.others) parts.push({ terms: [], sum: othersAt(page, parts, result, y, x) });
    showSum(page, parts, Math.fround(op.bias), result);
  },

  start(page) {
    const { inputs, op, shape } = page.view;
    page.others = othersOf(page);
    if (page.output) drawPartials(page, (kernel) => partialMap(op.window, kernel.weights, mapOfUnit(page, kernel.input), inputs[0].shape, shape[1], shape[2]));
  },
};

/** What the channels that aren't written out add at the cell that the page opens with, or null where all are. @param {UnitPage} page */
function othersOf(page) {
  const place = find('.part[data-unit="-1"] .p', page.equation);
  return place ? { cell: page.view.cell, sum: Number(place.getAttribute("value")) } : null;
}

/** The same at any cell: what is left of the recorded result. @param {UnitPage} page @param {ExactPart[]} parts @param {number} result @param {number} y @param {number} x */
function othersAt(page, parts, result, y, x) {
  if (page.others && y === page.others.cell[0] && x === page.others.cell[1]) return page.others.sum;
  return parts.reduce((left, part) => left - part.sum, result - page.view.op.bias);
}

/** The numbers of an input unit. @param {UnitPage} page @param {number} unit */
function mapOfUnit(page, unit) {
  return page.inputs[0][page.view.inputs[0].units.findIndex((candidate) => candidate[0] === unit)];
}

/** Draws what each channel adds, cell by cell, all on one scale. @param {UnitPage} page @param {(kernel: { input: number, weights: number[] }) => Float64Array} mapOf */
function drawPartials(page, mapOf) {
  const { op, shape } = page.view;
  const [, height, width] = shape;
  const places = findAll('.map-view[data-role="partial"]');
  const maps = op.kernels.map(mapOf);
  if (page.others && page.output) {
    maps.push(Float64Array.from(page.output, (result, i) => maps.reduce((/** @type {number} */ left, /** @type {Float64Array} */ map) => left - map[i], result - op.bias)));
  }
  if (maps.length < places.length) return;
  const magnitude = Math.max(...maps.map((/** @type {Float64Array} */ map) => map.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  places.forEach((place, i) => {
    const canvas = /** @type {HTMLCanvasElement} */ (make("canvas", { "aria-hidden": "true" }));
    drawMap(canvas, maps[i], height, width, { palette: "diverging", minimum: -magnitude, maximum: magnitude });
    place.prepend(canvas);
    place.hidden = false;
    page.maps.push(mapView(place, (_, row, column, isChoice) => moveTo(page, row, column, isChoice)));
  });
  const legend = find(".partial-range");
  if (legend) legend.textContent = wordOf("intermediate", formatNumber(-magnitude, decimalsFor(magnitude)), formatNumber(magnitude, decimalsFor(magnitude)));
}

/** One channel's part of the sum at every cell. @param {SlidingWindow} window @param {number[]} weights @param {Float32Array} map @param {number[]} from @param {number} height @param {number} width */
function partialMap(window, weights, map, from, height, width) {
  const sums = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [top, left] = windowStart(window, y, x);
      let sum = 0;
      for (let k = 0; k < weights.length; k++) {
        const row = top + Math.floor(k / window.kernel[1]) * window.dilation[0];
        const column = left + (k % window.kernel[1]) * window.dilation[1];
        if (row >= 0 && row < from[1] && column >= 0 && column < from[2]) sum += map[row * from[2] + column] * weights[k];
      }
      sums[y * width + x] = sum;
    }
  }
  return sums;
}
