/** What the page starts, in the order of the files. @type {Array<() => void>} */
const starters = [];

/** Starts whatever the page has a place for. */
function start() {
  for (const starter of starters) starter();
}
