import { formatNumber } from "../compute/numbers.js";
import { wordOf } from "../words.js";

/**
 * A share as a percentage: whole, but one decimal below 10 % and near the ends; the twin of `TextAlternative.Share`.
 * @param {number} share
 */
export function shareOf(share) {
  const percent = share * 100;
  const decimals = share === 0 || share === 1 ? 0 : percent < 10 || percent > 99 ? 1 : 0;
  if (share > 0 && percent < 0.05) return wordOf("percent", "< 0.1");
  if (share < 1 && percent >= 99.95) return wordOf("percent", "> 99.9");
  return wordOf("percent", formatNumber(percent, decimals));
}
