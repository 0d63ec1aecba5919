// Turns pixels into the numbers that a network reads; the twin of the generator's `InputTensor`: the same singles.
/** @typedef {import("./placement.js").Recipe} Recipe */

const COLOURS = { red: 0, green: 1, blue: 2 };
const LUMA = { 601: [19595, 38470, 7471], 709: [13933, 46871, 4732] };

/** @param {number[]} values none, one for all, or one a channel @param {number} channel @param {number} otherwise */
function valueOf(values, channel, otherwise) {
  return values.length === 0 ? otherwise : values.length === 1 ? values[0] : values[channel];
}

/** What a channel's value of 0 to 255 becomes. @param {Recipe} recipe @param {number} value @param {number} channel */
export function prepare(recipe, value, channel) {
  return ((recipe.invert ? 255 - value : value) * recipe.scale - valueOf(recipe.mean, channel, 0)) / valueOf(recipe.std, channel, 1);
}

/**
 * Makes the input's numbers of a picture that has its size.
 * @param {Uint8Array} rgb red, green, blue, row by row
 * @param {Uint8Array} alpha how opaque each pixel is; empty where all are
 * @param {Recipe} recipe
 * @returns {Float32Array} channel by channel
 */
export function tensorFrom(rgb, alpha, recipe) {
  const pixels = recipe.shape[1] * recipe.shape[2];
  const tensor = new Float32Array(recipe.shape[0] * pixels);
  const [red, green, blue] = LUMA[recipe.grey];
  recipe.sources.forEach((source, channel) => {
    const table = Float32Array.from({ length: 256 }, (_, value) => prepare(recipe, value, channel));
    const start = channel * pixels;
    for (let i = 0; i < pixels; i++) {
      const value =
        source === "luminance"
          ? (red * rgb[i * 3] + green * rgb[i * 3 + 1] + blue * rgb[i * 3 + 2] + 32768) >> 16
          : source === "alpha"
            ? alpha.length === 0
              ? 255
              : alpha[i]
            : rgb[i * 3 + COLOURS[source]];
      tensor[start + i] = table[value];
    }
  });
  return tensor;
}
