import { copying } from "../../js/unit/copy.js";

export const widget = copying;
