// The button that goes over to presenting; what presents is loaded when it is wanted.

import { runScript } from "../data.js";
import { find } from "../dom.js";
import { readFragment } from "../fragment.js";

export function startPresenting() {
  const button = find(".present");
  if (!button || document.documentElement.dataset.framed) return;
  const present = async () => {
    await runScript((document.body.dataset.root ?? "") + button.dataset.script);
    /** @type {any} */ (globalThis).convscopePresent();
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    document.documentElement.requestFullscreen?.().catch(() => {});
    present();
  });
  if (readFragment().has("present")) present();
}
