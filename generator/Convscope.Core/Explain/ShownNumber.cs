using System.Globalization;
using System.Numerics;

namespace Convscope.Core.Explain;

/// <summary>
/// A number as a reader with a calculator has it: whole units of some decimal, so that sums and products are exact at any magnitude and
/// nothing hides in binary rounding.
/// </summary>
/// <param name="Units">How many units of the last digit.</param>
/// <param name="Decimals">Digits after the point; fewer than none are tens.</param>
public readonly record struct ShownNumber(BigInteger Units, int Decimals)
{
    /// <summary>Nothing added.</summary>
    public static ShownNumber Zero => new(0, 0);

    /// <summary>Nothing multiplied.</summary>
    public static ShownNumber One => new(1, 0);

    /// <summary>The nearest double.</summary>
    public double Value => double.Parse(string.Create(CultureInfo.InvariantCulture, $"{Units}e{-Decimals}"), CultureInfo.InvariantCulture);

    /// <summary>One unit of the last digit.</summary>
    public double Unit => double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{-Decimals}"), CultureInfo.InvariantCulture);

    /// <summary>Reads <c>−12.50</c>, <c>1,234</c>, <c>1.25e9</c>, <c>1.2e−13</c>, <c>93.1 %</c>; null for what is no finite
    /// number.</summary>
    public static ShownNumber? Read(string text)
    {
        var plain = text.Trim().Replace('\u2212', '-').Replace(",", "");
        var isShare = plain.EndsWith('%');
        var parts = plain.TrimEnd('%').Trim().Split('e');
        var point = parts[0].IndexOf('.');
        var decimals = (point < 0 ? 0 : parts[0].Length - point - 1) + (isShare ? 2 : 0);
        var power = 0;
        if (parts.Length > 1 && !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
            return null;
        return BigInteger.TryParse(parts[0].Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
            ? new(units, decimals - power) : null;
    }

    /// <summary>The sum, exact.</summary>
    public static ShownNumber operator +(ShownNumber a, ShownNumber b)
    {
        var decimals = Math.Max(a.Decimals, b.Decimals);
        return new(a.At(decimals) + b.At(decimals), decimals);
    }

    /// <summary>The difference, exact.</summary>
    public static ShownNumber operator -(ShownNumber a, ShownNumber b) => a + new ShownNumber(-b.Units, b.Decimals);

    /// <summary>The product, exact.</summary>
    public static ShownNumber operator *(ShownNumber a, ShownNumber b) => new(a.Units * b.Units, a.Decimals + b.Decimals);

    private BigInteger At(int decimals) => Units * BigInteger.Pow(10, decimals - Decimals);
}
