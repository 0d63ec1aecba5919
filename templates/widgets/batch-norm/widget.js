import { normalisedBy } from "../../js/unit/normalised.js";

export const widget = normalisedBy();
