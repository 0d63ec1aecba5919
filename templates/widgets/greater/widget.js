import { elementwise } from "../../js/unit/elementwise.js";
import { combine } from "./forward.js";

export const widget = elementwise(combine, 0);
