// The script of the page on which a reader tries a picture of their own.

import { startTry } from "../pages/try/start.js";
import { startModules } from "./overview/modules.js";
import { startStrengths } from "./overview/strengths.js";
import { startSwitches } from "./overview/switches.js";
import { startTips } from "./overview/tip.js";
import { startWalks } from "./overview/walk.js";
import { startPage } from "./page/start.js";

startTry();
startSwitches();
startTips();
startStrengths();
startWalks();
startModules();
startPage();
