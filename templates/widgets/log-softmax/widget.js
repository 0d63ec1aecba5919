import { exponentials } from "../../js/unit/exponentials.js";

export const widget = exponentials;
