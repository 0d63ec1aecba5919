// The script of pages that have none of their own.

import { startKernels } from "./page/kernels.js";
import { startPage } from "./page/start.js";

startKernels();
startPage();
