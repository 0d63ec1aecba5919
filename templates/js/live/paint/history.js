// What can be undone. A step is a whole state; states are never changed.

const MOST_STEPS = 60;

/**
 * @template T
 * @typedef {{ past: T[], now: T, next: T[] }} History
 */

/** @template T @param {T} state @returns {History<T>} */
export function beginHistory(state) {
  return { past: [], now: state, next: [] };
}

/** @template T @param {History<T>} history @param {T} state @returns {History<T>} */
export function addStep(history, state) {
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now: state, next: [] };
}

/** @template T @param {History<T>} history @returns {History<T>} */
export function undo({ past, now, next }) {
  return past.length === 0 ? { past, now, next } : { past: past.slice(0, -1), now: past[past.length - 1], next: [now, ...next] };
}

/** @template T @param {History<T>} history @returns {History<T>} */
export function redo({ past, now, next }) {
  return next.length === 0 ? { past, now, next } : { past: [...past, now], now: next[0], next: next.slice(1) };
}
