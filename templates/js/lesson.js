// The script of the home page and of chapters, on pages of their own or framed by other sites.

import { startLesson } from "./lesson/start.js";

startLesson();
