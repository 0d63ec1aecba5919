import { statisticsOfGroup } from "../../js/compute/layers/normalise.js";
import { normalisedBy } from "../../js/unit/normalised.js";

export const widget = normalisedBy((input, unit, op) => statisticsOfGroup(input, op.groups, unit));
