import { ofOneNumber } from "../../js/unit/function.js";

export const widget = ofOneNumber;
