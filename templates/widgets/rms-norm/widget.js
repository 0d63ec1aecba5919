import { meanSquareOf } from "../../js/compute/layers/normalise.js";
import { normalisedBy } from "../../js/unit/normalised.js";

export const widget = normalisedBy((input) => meanSquareOf(input));
