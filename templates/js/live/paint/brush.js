// Paints on pixels without a canvas, so that a stroke gives the same bytes in every browser.

/** Red, green, blue of every pixel, row by row. @typedef {{ width: number, height: number, rgb: Uint8Array }} Board */

/** @typedef {import("../address/interventions.js").Intervention} Intervention */

/** A place on the board in pixels; the middle of the first pixel is 0.5, 0.5. @typedef {{ x: number, y: number }} Point */

/** @param {Board} board @returns {Board} */
export function copyBoard(board) {
  return { ...board, rgb: board.rgb.slice() };
}

/** A board of one colour. @param {number} width @param {number} height @param {number[]} colour red, green, blue @returns {Board} */
export function blankBoard(width, height, colour) {
  return { width, height, rgb: Uint8Array.from({ length: width * height * 3 }, (_, i) => colour[i % 3]) };
}

/** @param {Point} point @param {Point} from @param {Point} to */
function distanceToSegment(point, from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
  return Math.sqrt((point.x - from.x - part * dx) ** 2 + (point.y - from.y - part * dy) ** 2);
}

/**
 * Draws a round line; a pixel at its edge takes a share of the colour.
 * @param {Board} board is changed
 * @param {Point} from @param {Point} to
 * @param {number} size its width in pixels
 * @param {(at: number, channel: number) => number} colourAt what a pixel becomes: index of the pixel, channel
 */
export function drawLine(board, from, to, size, colourAt) {
  const { width, height, rgb } = board;
  const reach = size / 2 + 1;
  const span = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ end) => [
    Math.max(0, Math.floor(Math.min(a, b) - reach)),
    Math.min(end, Math.ceil(Math.max(a, b) + reach)),
  ];
  const [[left, right], [top, bottom]] = [span(from.x, to.x, width), span(from.y, to.y, height)];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const share = Math.min(1, Math.max(0, size / 2 + 0.5 - distanceToSegment({ x: x + 0.5, y: y + 0.5 }, from, to)));
      if (share === 0) continue;
      const pixel = y * width + x;
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        rgb[at] = Math.round(rgb[at] + (colourAt(pixel, channel) - rgb[at]) * share);
      }
    }
  }
}

/** Paints. @param {Board} board @param {Point} from @param {Point} to @param {number} size @param {number[]} colour */
export function paint(board, from, to, size, colour) {
  drawLine(board, from, to, size, (_, channel) => colour[channel]);
}

/** Brings back what lies beneath. @param {Board} board @param {Board} beneath @param {Point} from @param {Point} to @param {number} size */
export function erase(board, beneath, from, to, size) {
  drawLine(board, from, to, size, (pixel, channel) => beneath.rgb[pixel * 3 + channel]);
}

/**
 * A board with a rectangle of one colour over it.
 * @param {Board} board
 * @param {{ x: number, y: number, width: number, height: number }} patch what stands out is cut off
 * @param {number[]} colour
 * @returns {Board}
 */
export function covered(board, patch, colour) {
  const result = copyBoard(board);
  const [right, bottom] = [Math.min(board.width, patch.x + patch.width), Math.min(board.height, patch.y + patch.height)];
  for (let y = Math.max(0, patch.y); y < bottom; y++) {
    for (let x = Math.max(0, patch.x); x < right; x++) result.rgb.set(colour, (y * board.width + x) * 3);
  }
  return result;
}

/** The colour of a covered part. */
const COVER = [128, 128, 128];

/** A board under all that covers it. @param {Board} board @param {Intervention[]} interventions */
export function coveredBy(board, interventions) {
  return interventions.reduce((under, one) => (one.kind === "patch" ? covered(under, one, COVER) : under), board);
}
