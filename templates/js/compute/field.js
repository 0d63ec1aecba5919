// The receptive field of a cell on the picture, from the runs that the page carries; the twin of `UnitField.At` and `FieldRuns`.

/**
 * A run of rows or columns: how many, their first pixel and its step, their last and its step, marks (1 reads padding, 2 has gaps).
 * @typedef {number[]} FieldRun
 * @typedef {{ down: FieldRun[], across: FieldRun[], turned: boolean, holes: boolean }} FieldTerm
 * @typedef {{ box: number[] | null, padding: boolean, gaps: boolean }} CellField the box's top, left, bottom and right, inclusive
 */

/** @param {FieldTerm[]} terms @param {number} y @param {number} x @returns {CellField} */
export function fieldAt(terms, y, x) {
  return terms.map((term) => fieldOfTerm(term, y, x)).reduce(bothFields, { box: null, padding: false, gaps: false });
}

/** @param {FieldTerm} term @param {number} y @param {number} x @returns {CellField} */
function fieldOfTerm(term, y, x) {
  const [down, across] = [runAt(term.down, y), runAt(term.across, x)];
  const readsNothing = (/** @type {ReturnType<typeof runAt>} */ end) => end.last < end.first && !end.padding;
  if (readsNothing(down) || readsNothing(across)) return { box: null, padding: false, gaps: false };
  const padding = down.padding || across.padding;
  if (down.last < down.first || across.last < across.first) return { box: null, padding, gaps: false };
  const [rows, columns] = term.turned ? [across, down] : [down, across];
  return { box: [rows.first, columns.first, rows.last, columns.last], padding, gaps: term.holes || rows.gaps || columns.gaps };
}

/** @param {FieldRun[]} runs @param {number} index */
function runAt(runs, index) {
  let at = index;
  const run = runs.find(([count]) => (at -= count) < 0) ?? [0, 0, 0, -1, 0, 0];
  at += run[0];
  return { first: run[1] + at * run[2], last: run[3] + at * run[4], padding: (run[5] & 1) > 0, gaps: (run[5] & 2) > 0 };
}

/** There are no gaps where one of both alone sees all of the box. @param {CellField} one @param {CellField} other @returns {CellField} */
function bothFields(one, other) {
  const padding = one.padding || other.padding;
  if (!one.box || !other.box) return { ...(one.box ? one : other), padding };
  const [a, b] = [one.box, other.box];
  const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
  const isAllOf = (/** @type {CellField} */ field) => !field.gaps && box.every((end, i) => end === field.box?.[i]);
  return { box, padding, gaps: !isAllOf(one) && !isAllOf(other) };
}
