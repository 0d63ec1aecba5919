// The script of a picture's overview.

import { startOverview } from "./overview/start.js";
import { startPage } from "./page/start.js";

startOverview();
startPage();
