// Takes the pixel under the middle of each output pixel, as PIL's `NEAREST` does; the twin of the generator's `NearestScaling`.

/**
 * Steps are added up, as PIL does: where a middle falls between two pixels, the sum's last digit decides.
 * @param {import("./axis.js").Axis} axis
 */
function placesOf(axis) {
  const step = axis.count / axis.size;
  const places = [];
  let place = step * 0.5;
  for (let i = 0; i < axis.to; i++, place += step) {
    if (i >= axis.from) places.push(Math.min(Math.trunc(place), axis.count - 1));
  }
  return places;
}

/**
 * @param {import("./axis.js").Rows} rows
 * @param {import("./axis.js").Axis} columns @param {import("./axis.js").Axis} lines
 * @returns {Uint8Array} red, green, blue, row by row
 */
export function scaleNearest(rows, columns, lines) {
  const [across, down] = [placesOf(columns), placesOf(lines)];
  const stride = across.length * 3;
  const output = new Uint8Array(stride * down.length);
  down.forEach((row, y) => {
    const flat = rows.read(row);
    across.forEach((column, x) => output.set(flat.subarray(column * 3, column * 3 + 3), y * stride + x * 3));
  });
  return output;
}
