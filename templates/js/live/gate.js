// A page of a recorded picture shows the reader's own where its address carries one. No page loads what that takes before.
import { runScript } from "../data.js";
import { find, make } from "../dom.js";

/** Starts a page, once the numbers of the reader's picture are there if it is to show one. @param {() => void} start */
export function whenLive(start) {
  const { root = "", walk } = document.body.dataset;
  if (!walk || !/[#&]picture=/.test(location.hash)) return start();
  document.documentElement.dataset.live = "working";
  const live = async () => {
    await runScript(root + walk);
    await /** @type {any} */ (globalThis).convscopeWalk();
  };
  live()
    .then(
      () => "ready",
      (error) => {
        find("main")?.prepend(make("p", { class: "doubt", role: "note" }, error.message));
        return "failed";
      },
    )
    .then((state) => {
      start();
      document.documentElement.dataset.live = state;
    });
}
