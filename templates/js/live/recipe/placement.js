// Where a picture comes to lie on the input, in whole numbers; the twin of the generator's `PicturePlacement`.

/**
 * How sides are matched; 0 takes a side from the input.
 * @typedef {{ mode: "stretch" | "cover" | "contain" | "shorter" | "none", height: number, width: number }} Resizing
 */

/**
 * A recipe as data, as the page carries it.
 * @typedef {object} Recipe
 * @property {[number, number, number]} shape channels, rows, columns of the input
 * @property {Array<"red" | "green" | "blue" | "luminance" | "alpha">} sources what each channel takes
 * @property {"apply" | "ignore"} orientation
 * @property {"composite" | "ignore"} alpha
 * @property {Resizing} resize
 * @property {"area" | "bilinear" | "bilinear-plain" | "bicubic" | "nearest" | null} filter
 *   null: areas where it shrinks, linear where it grows
 * @property {{ side: number, share: number } | null} crop
 * @property {"601" | "709"} grey
 * @property {boolean} invert
 * @property {number} scale
 * @property {number[]} mean none, one for all, or one a channel
 * @property {number[]} std
 * @property {number} background 0xRRGGBB
 */

/**
 * @typedef {{ left: number, top: number, takenWidth: number, takenHeight: number, width: number, height: number, x: number, y: number }}
 * Placement
 */

/** @param {number} numerator @param {number} denominator above 0 */
function divide(numerator, denominator) {
  return Math.trunc(numerator / denominator);
}

/** A side scaled, rounded to the nearest, at least 1. @param {number} value @param {number} numerator @param {number} denominator */
function nearest(value, numerator, denominator) {
  return Math.max(1, divide(2 * value * numerator + denominator, 2 * denominator));
}

/**
 * The largest size of the given proportions inside a box.
 * @param {number} width
 * @param {number} height
 * @param {number} boxWidth
 * @param {number} boxHeight
 */
function fit(width, height, boxWidth, boxHeight) {
  return width * boxHeight >= height * boxWidth
    ? [boxWidth, nearest(height, boxWidth, width)]
    : [nearest(width, boxHeight, height), boxHeight];
}

/**
 * The smallest size around a box; the longer side is rounded down, as torchvision does.
 * @param {number} width
 * @param {number} height
 * @param {number} boxWidth
 * @param {number} boxHeight
 */
function fill(width, height, boxWidth, boxHeight) {
  return width * boxHeight >= height * boxWidth
    ? [divide(width * boxHeight, height), boxHeight]
    : [boxWidth, divide(height * boxWidth, width)];
}

/** The part of a surplus that is cut off before the middle; of an odd one the even half. @param {number} surplus */
function before(surplus) {
  const half = Math.floor(surplus / 2);
  return surplus % 2 !== 0 && half % 2 !== 0 ? half + 1 : half;
}

/** @param {number} input @param {number} scaled */
function begin(input, scaled) {
  return scaled > input ? -before(scaled - input) : divide(input - scaled, 2);
}

/**
 * Places a picture by a recipe.
 * @param {number} width columns of the picture @param {number} height its rows
 * @param {Recipe} recipe
 * @returns {Placement}
 */
export function placementOf(width, height, recipe) {
  const { resize, crop } = recipe;
  const [, inputHeight, inputWidth] = recipe.shape;
  const whole = (/** @type {number} */ side) => (crop && crop.share > 0 ? Math.floor(side / crop.share) : side);
  const boxWidth = resize.width > 0 ? resize.width : whole(inputWidth);
  const boxHeight = resize.height > 0 ? resize.height : whole(inputHeight);
  const [takenWidth, takenHeight] = resize.mode === "cover" ? fit(boxWidth, boxHeight, width, height) : [width, height];
  const [scaledWidth, scaledHeight] =
    resize.mode === "contain"
      ? fit(width, height, boxWidth, boxHeight)
      : resize.mode === "shorter"
        ? fill(width, height, boxWidth, boxHeight)
        : resize.mode === "none"
          ? [width, height]
          : [boxWidth, boxHeight];
  const place = (/** @type {number} */ input, /** @type {number} */ box, /** @type {number} */ scaled) =>
    resize.mode === "contain" ? divide(box - scaled, 2) - before(box - input) : begin(input, scaled);
  return {
    left: before(width - takenWidth),
    top: before(height - takenHeight),
    takenWidth,
    takenHeight,
    width: scaledWidth,
    height: scaledHeight,
    x: place(inputWidth, boxWidth, scaledWidth),
    y: place(inputHeight, boxHeight, scaledHeight),
  };
}
