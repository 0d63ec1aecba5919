import { startModules } from "./modules.js";
import { startScales } from "./scales.js";
import { startStrengths } from "./strengths.js";
import { startSwitches } from "./switches.js";
import { startTips } from "./tip.js";
import { startUnfold } from "./unfold.js";
import { startWalks } from "./walk.js";

/** Starts the overview of a page, if it has one. The reader's choices come first: the others begin with them. */
export function startOverview() {
  startSwitches();
  startTips();
  startScales();
  startStrengths();
  startWalks();
  startModules();
  startUnfold();
}
