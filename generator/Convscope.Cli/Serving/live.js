// Added by `convscope serve`, and by it alone: reloads the page when the site is built anew, and shows what stopped a build.
(() => {
  "use strict";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const version = new URL(script.src).searchParams.get("version");
  /** @type {EventSource | null} */
  let news = null;

  /** @param {MessageEvent<string>} event */
  function hear(event) {
    const state = JSON.parse(event.data);
    if (state.version !== version) {
      location.reload();
      return;
    }
    document.getElementById("convscope-problems")?.remove();
    document.body.insertAdjacentHTML("beforeend", state.panel);
  }

  // A browser opens six connections to a server and no more: tabs that no one sees would leave none for the next page.
  function listen() {
    if (document.visibilityState === "hidden") {
      news?.close();
      news = null;
    } else if (!news) {
      news = new EventSource(new URL("events", script.src));
      news.addEventListener("message", hear);
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
