using System.Globalization;
using System.Numerics;

namespace Convscope.Tests.Unit.Explain;

/// <summary>
/// A number as a reader with a calculator has it: whole units of some decimal, so that sums and products are exact at any magnitude and
/// nothing hides in binary rounding.
/// </summary>
/// <param name="Units">How many units of the last digit.</param>
/// <param name="Decimals">Digits after the point; fewer than none are tens.</param>
internal readonly record struct ShownNumber(BigInteger Units, int Decimals)
{
    internal static ShownNumber Zero => new(0, 0);

    internal static ShownNumber One => new(1, 0);

    internal double Value =>
        double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Units}e{-Decimals}"), CultureInfo.InvariantCulture);

    internal double Unit => double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{-Decimals}"), CultureInfo.InvariantCulture);

    /// <summary>Reads <c>−12.50</c>, <c>1.25e9</c>, <c>1.2e−13</c>.</summary>
    internal static ShownNumber Parse(string text)
    {
        var parts = text.Replace('\u2212', '-').Split('e');
        var point = parts[0].IndexOf('.');
        var decimals = point < 0 ? 0 : parts[0].Length - point - 1;
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        return new(BigInteger.Parse(parts[0].Replace(".", ""), CultureInfo.InvariantCulture), decimals - power);
    }

    public static ShownNumber operator +(ShownNumber a, ShownNumber b)
    {
        var decimals = Math.Max(a.Decimals, b.Decimals);
        return new(a.At(decimals) + b.At(decimals), decimals);
    }

    public static ShownNumber operator -(ShownNumber a, ShownNumber b) => a + new ShownNumber(-b.Units, b.Decimals);

    public static ShownNumber operator *(ShownNumber a, ShownNumber b) => new(a.Units * b.Units, a.Decimals + b.Decimals);

    private BigInteger At(int decimals) => Units * BigInteger.Pow(10, decimals - Decimals);
}
