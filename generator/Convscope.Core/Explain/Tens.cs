using System.Globalization;

namespace Convscope.Core.Explain;

/// <summary>Powers of ten, each the double that is nearest: what <c>Math.Pow</c> gives may differ in the last bit, here and in the
/// script.</summary>
public static class Tens
{
    /// <summary>The smallest numbers of single precision have their first digit here.</summary>
    public const int Most = 60;

    private static readonly double[] Powers =
        [.. Enumerable.Range(-Most, (2 * Most) + 1).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Ten to a power between <c>−Most</c> and <c>Most</c>.</summary>
    public static double Power(int power) => Powers[Math.Clamp(power, -Most, Most) + Most];
}
