// How fast it goes: slowly, a cell shows all its beats; faster, cells follow each other, many in a frame where there are many.

/** How many cells a second, or in how many seconds the whole map, at each place of the slider. */
const SPEEDS = [{ rate: 0.25 }, { rate: 1 }, { whole: 60 }, { whole: 25 }, { whole: 12 }, { whole: 5 }, { whole: 2 }];

/** Faster than this, in cells a second, beats can't be told apart. */
const MOST_WITH_BEATS = 1.5;

/** How long a beat of the first cell takes, and all of them together at most, in milliseconds. */
const FIRST = { beat: 420, all: 4000 };

/** @param {number} speed from 1 @param {number} cells of the map */
export function rateOf(speed, cells) {
  const { rate, whole } = SPEEDS[Math.min(SPEEDS.length, Math.max(1, speed)) - 1];
  return rate ?? cells / (whole ?? 1);
}

/**
 * How long each beat of a cell takes, in milliseconds; 0 where the cell is shown at once.
 * @param {number} rate @param {number} beats @param {boolean} isFirst the first cell since the reader pressed play
 */
export function beatTime(rate, beats, isFirst) {
  if (rate <= MOST_WITH_BEATS) return 1000 / rate / Math.max(1, beats);
  return isFirst ? Math.min(FIRST.beat, FIRST.all / Math.max(1, beats)) : 0;
}
