import { logarithmDecimals } from "../../js/compute/exponentials.js";
import { decimalsFor } from "../../js/compute/numbers.js";
import { exponentials } from "../../js/unit/exponentials.js";

export const widget = exponentials({
  share: Math.exp,
  decimals: (line, magnitude) => logarithmDecimals(line, decimalsFor(magnitude)),
});
