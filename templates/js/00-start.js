/** Starts whatever the page has a place for. */
function start() {}
