import { normalised } from "../../js/unit/normalised.js";

export const widget = normalised;
