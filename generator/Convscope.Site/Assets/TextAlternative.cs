using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Assets;

/// <summary>Says in a language's words what a map shows, from its numbers.</summary>
public static class TextAlternative
{
    /// <summary>Range, share of zeros and strongest cell of a map.</summary>
    public static string Of(string name, MapStatistics map, int decimals, Words words)
    {
        if (map.Minimum == map.Maximum) return words["alt_constant", name, Number.Format(map.Minimum, decimals)];
        var zeros = map.ZeroShare > 0 ? words["alt_zeros", Share(map.ZeroShare, words)] : "";
        return words["alt_map", name, Number.Format(map.Minimum, decimals), Number.Format(map.Maximum, decimals), zeros, map.Strongest.Row,
            map.Strongest.Column];
    }

    /// <summary>Range as text: <c>−1.20 to 3.41</c>.</summary>
    public static string Range(double minimum, double maximum, int decimals, Words words) =>
        words["js_range", Number.Format(minimum, decimals), Number.Format(maximum, decimals)];

    /// <summary>A share as the length of a bar: 0 to 100, one decimal.</summary>
    public static string Bar(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A share as a percentage: whole, but one decimal below 10 % and near the ends, so that 0 and 100 mean just that.</summary>
    public static string Share(double share, Words words) => words["percent", Percent(share)];

    private static string Percent(double share)
    {
        var percent = share * 100;
        var decimals = share is 0 or 1 ? 0 : percent is < 10 or > 99 ? 1 : 0;
        if (share > 0 && percent < 0.05) return "< 0.1";
        if (share < 1 && percent >= 99.95) return "> 99.9";
        return percent.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
