import { integerPairs } from "../../js/unit/integer-pairs.js";
import { scaledSum } from "./forward.js";

export const widget = integerPairs(scaledSum, ([a, b], [first, second]) => a * first + b * second);
