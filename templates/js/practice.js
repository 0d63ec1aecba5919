// The script of the page on which readers work cells out.

import { startPractice } from "../pages/practice/practice.js";
import { startPage } from "./page/start.js";

startPractice();
startPage();
