// What a page shows beyond its address stands in the fragment, `#y=10&x=12&scale=unit`: it can be bookmarked, and it goes along.

/** @returns {URLSearchParams} */
export function readFragment() {
  return new URLSearchParams(location.hash.slice(1));
}

/** A whole number of the fragment, or null. @param {string} name @returns {number | null} */
export function fragmentNumber(name) {
  const text = readFragment().get(name);
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

let fragmentTimer = 0;

/** What is to be written, of several changes within a pause. @type {Record<string, string | number | null>} */
let fragmentChanges = {};

/**
 * Changes the fragment once the reader pauses; browsers refuse an address that changes with every pixel.
 * @param {Record<string, string | number | null>} changes null removes
 * @param {boolean} [asStep] true makes a step that Back undoes
 */
export function writeFragment(changes, asStep = false) {
  clearTimeout(fragmentTimer);
  Object.assign(fragmentChanges, changes);
  const write = () => {
    const fragment = readFragment();
    const pending = Object.entries(fragmentChanges);
    fragmentChanges = {};
    for (const [name, value] of pending) {
      if (value === null) fragment.delete(name);
      else fragment.set(name, String(value));
    }
    const hash = "#" + fragment.toString();
    if (hash === location.hash || (hash === "#" && location.hash === "")) return;
    history[asStep && !document.documentElement.dataset.framed ? "pushState" : "replaceState"](
      history.state,
      "",
      hash === "#" ? location.pathname + location.search : hash,
    );
    dispatchEvent(new CustomEvent("fragmentwritten"));
  };
  if (asStep) write();
  else fragmentTimer = setTimeout(write, 200);
}

/** Calls back when the reader goes back or forward, or edits the fragment. @param {() => void} callback */
export function onFragment(callback) {
  addEventListener("hashchange", callback);
  addEventListener("popstate", callback);
}
