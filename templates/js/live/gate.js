// A page of a recorded picture shows the reader's own where its address carries one. No page loads what that takes before.
import { runScript } from "../data.js";
import { find, make } from "../dom.js";

/**
 * Starts a page, once the numbers of the reader's picture are there if it is to show one.
 * @param {() => unknown} start what it returns is waited for
 * @param {boolean} followsRows whether its widget can show them where the layer is a row of numbers
 */
export function whenLive(start, followsRows) {
  const { root = "", walk } = document.body.dataset;
  if (!walk || !/[#&]picture=/.test(location.hash)) return void start();
  document.documentElement.dataset.live = "working";
  const live = async () => {
    await runScript(root + walk);
    await /** @type {any} */ (globalThis).convscopeWalk(followsRows);
  };
  live()
    .then(
      () => "ready",
      (error) => {
        find("main")?.prepend(make("p", { class: "doubt", role: "note" }, error.message));
        return "failed";
      },
    )
    .then(async (state) => {
      await start();
      document.documentElement.dataset.live = state;
    });
}
