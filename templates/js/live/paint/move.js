// Shifts, turns and scales a board about its middle; what comes in from outside is the colour around it.

/** @typedef {import("./brush.js").Board} Board */

/**
 * To the right and down in pixels, clockwise in degrees, and a factor.
 * @typedef {{ x: number, y: number, angle: number, zoom: number }} Move
 */

/** Nothing moved. @type {Readonly<Move>} */
export const STILL = { x: 0, y: 0, angle: 0, zoom: 1 };

/** @param {Move} move */
export function isStill(move) {
  return move.x === 0 && move.y === 0 && move.angle % 360 === 0 && move.zoom === 1;
}

/** Sine and cosine, exact at right angles. @param {number} degrees @returns {[number, number]} */
function turnOf(degrees) {
  const quarter = ((degrees % 360) + 360) % 360;
  if (quarter % 90 === 0)
    return /** @type {Array<[number, number]>} */ ([
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ])[quarter / 90];
  return [Math.sin((quarter * Math.PI) / 180), Math.cos((quarter * Math.PI) / 180)];
}

/**
 * A moved board. Each pixel is made of the four that lie around where it comes from; where that is the middle of one, it is that one.
 * @param {Board} board @param {Move} move
 * @param {number[]} around red, green, blue of what isn't there
 * @returns {Board}
 */
export function moved(board, move, around) {
  if (isStill(move)) return board;
  const { width, height } = board;
  const rgb = new Uint8Array(board.rgb.length);
  const [sine, cosine] = turnOf(move.angle);
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ channel) =>
    x < 0 || y < 0 || x >= width || y >= height ? around[channel] : board.rgb[(y * width + x) * 3 + channel];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [right, down] = [(x + 0.5 - width / 2 - move.x) / move.zoom, (y + 0.5 - height / 2 - move.y) / move.zoom];
      const [fromX, fromY] = [right * cosine + down * sine + width / 2 - 0.5, down * cosine - right * sine + height / 2 - 0.5];
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      const [across, along] = [fromX - left, fromY - top];
      for (let channel = 0; channel < 3; channel++) {
        const above = at(left, top, channel) * (1 - across) + at(left + 1, top, channel) * across;
        const below = at(left, top + 1, channel) * (1 - across) + at(left + 1, top + 1, channel) * across;
        rgb[(y * width + x) * 3 + channel] = Math.round(above * (1 - along) + below * along);
      }
    }
  }
  return { width, height, rgb };
}
