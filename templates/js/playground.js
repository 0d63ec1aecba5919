// The script of a chapter with a playground.

import { startPlaygrounds } from "../pages/hyperparameters/playground.js";
import { startLesson } from "./lesson/start.js";

startPlaygrounds();
startLesson();
