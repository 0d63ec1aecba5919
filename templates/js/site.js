// The script of pages that have none of their own.

import { startAllPictures } from "./page/all-pictures.js";
import { startKernels } from "./page/kernels.js";
import { startPage } from "./page/start.js";

startKernels();
startAllPictures();
startPage();
