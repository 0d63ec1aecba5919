// Added by `convscope serve`, and by it alone: reloads the page when the site is built anew, and shows what stopped a build.
(() => {
  "use strict";
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const version = Number(new URL(script.src).searchParams.get("version"));
  const panel = document.createElement("section");
  panel.setAttribute("role", "alert");
  panel.setAttribute("aria-label", "Problems of the last build");
  Object.assign(panel.style, {
    position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", zIndex: "2147483647", padding: "1rem 1.25rem",
    background: "#2b1512", color: "#fff", borderTop: "4px solid #ff7a59", font: "15px/1.5 system-ui, sans-serif",
  });

  /** @param {string[]} problems */
  function show(problems) {
    panel.replaceChildren();
    if (!problems.length) {
      panel.remove();
      return;
    }
    const title = document.createElement("h2");
    title.textContent = problems.length === 1 ? "The site can't be built" : `The site can't be built: ${problems.length} problems`;
    Object.assign(title.style, { font: "600 17px/1.4 system-ui, sans-serif", margin: "0 0 .5rem", color: "#fff" });
    panel.append(title);
    for (const problem of problems) {
      const line = document.createElement("pre");
      line.textContent = problem;
      Object.assign(line.style, { margin: "0 0 .5rem", whiteSpace: "pre-wrap", overflowWrap: "anywhere", background: "none", color: "#ffd9cf" });
      panel.append(line);
    }
    const note = document.createElement("p");
    note.textContent = "Behind this is the last site that could be built. This page mends itself when the problem is gone.";
    Object.assign(note.style, { margin: "0", color: "#fff" });
    panel.append(note);
    document.body.append(panel);
  }

  const news = new EventSource(new URL("events", script.src));
  news.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.version !== version) location.reload();
    else show(state.problems);
  });
})();
