import { statisticsOfGroup } from "../../js/compute/layers/normalise.js";
import { normalisedBy } from "../../js/unit/normalised.js";

export const widget = normalisedBy((input, unit) => statisticsOfGroup(input, input.shape[0], unit));
