// One direction of a picture that is scaled.

/**
 * @typedef {{ count: number, size: number, from: number, to: number }} Axis pixels there are, pixels they become, and which of those are
 * wanted
 */

/**
 * Of which source pixels an output pixel is made: the first, and what it and those behind it count.
 * @typedef {{ first: number, shares: number[] }} Taps
 */

/** Reads a row of a picture as red, green, blue. @typedef {{ width: number, height: number, read(row: number): Uint8Array }} Rows */

/**
 * Makes something of each pixel that is wanted.
 * @template T
 * @param {Axis} axis @param {(i: number) => T} of
 * @returns {T[]}
 */
export function eachOf(axis, of) {
  return Array.from({ length: axis.to - axis.from }, (_, i) => of(axis.from + i));
}

/** Rounds to the nearest, halves to the even one. @param {number} value @returns {number} */
export function roundEven(value) {
  const down = Math.floor(value);
  const part = value - down;
  return part < 0.5 || (part === 0.5 && down % 2 === 0) ? down : down + 1;
}
