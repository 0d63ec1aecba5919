import { integerPairs } from "../../js/unit/integer-pairs.js";
import { scaledProduct } from "./forward.js";

export const widget = integerPairs(scaledProduct, ([a, b], [factor]) => a * b * factor);
