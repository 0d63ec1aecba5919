// The script has no colours of its own: the palettes are custom properties of the style sheet.

/** @type {Map<string, number[][]>} */
const palettes = new Map();

/** @param {string} name `diverging`, `grey` or `probability` @returns {number[][]} */
export function paletteOf(name) {
  let colours = palettes.get(name);
  if (!colours) {
    const text = getComputedStyle(document.documentElement).getPropertyValue(`--palette-${name}`);
    colours = (text.match(/[0-9a-f]{6}/gi) ?? ["ffffff"]).map((hex) => [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)));
    palettes.set(name, colours);
  }
  return colours;
}

/**
 * The colour of a value: red, green and blue, 0 to 255.
 * @param {number[][]} palette
 * @param {number} minimum
 * @param {number} maximum
 * @param {number} value
 */
export function colourAt(palette, minimum, maximum, value) {
  const position = Math.min(1, Math.max(0, (value - minimum) / (maximum - minimum || 1))) * (palette.length - 1);
  const low = Math.min(palette.length - 2, Math.floor(position));
  const part = position - low;
  return palette[low].map((channel, i) => Math.round(channel + (palette[low + 1][i] - channel) * part));
}

/**
 * Draws a map, one pixel a value.
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values row by row
 * @param {number} height
 * @param {number} width
 * @param {{ palette: string, minimum: number, maximum: number }} scale
 */
export function drawMap(canvas, values, height, width, scale) {
  const palette = paletteOf(scale.palette);
  canvas.width = width;
  canvas.height = height;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const image = context.createImageData(width, height);
  for (let i = 0; i < values.length; i++) {
    const colour = colourAt(palette, scale.minimum, scale.maximum, values[i]);
    image.data.set([colour[0], colour[1], colour[2], 255], i * 4);
  }
  context.putImageData(image, 0, 0);
}
