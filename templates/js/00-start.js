/**
 * What the page may have a place for; each widget adds its own starter.
 * @type {(() => void)[]}
 */
const starters = [];

/** Starts whatever the page has a place for. */
function start() {
  for (const starter of starters) starter();
}
