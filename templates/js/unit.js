import { whenLive } from "./live/gate.js";
import { startPresenting } from "./page/presenting.js";
import { startPage } from "./page/start.js";
import { startLinked } from "./unit/linked.js";
import { startUnitPage } from "./unit/page.js";
import { startTable } from "./unit/table.js";

/** @import { Widget } from "./unit/page.js" */

/**
 * Starts the page of a layer or a unit. For each kind of operator the generator makes a script that calls this.
 * @param {Widget<any>} widget the operator's own
 */
export function startUnit(widget) {
  whenLive(() => {
    const shown = startUnitPage(widget);
    const layer = widget.startLayer?.();
    startLinked();
    startTable();
    startPage();
    startPresenting();
    return Promise.all([shown, layer]);
  }, widget.followsRows ?? false);
}
