using System.Globalization;
using AngleSharp.Dom;

namespace Convscope.Tests.Shared;

/// <summary>A number as a page shows it, read as a person would: from its text, not from its attribute.</summary>
/// <param name="Value">What the text says.</param>
/// <param name="Decimals">Digits after the point.</param>
internal sealed record Shown(double Value, int Decimals)
{
    /// <summary>One unit of the last digit that is shown, with a little room for binary fractions.</summary>
    public double Unit => Math.Pow(10, -Decimals) * (1 + 1e-6);

    /// <summary>Reads a <c>data</c> element; a percentage counts as its share.</summary>
    public static Shown Of(IElement data) => Parse(data.TextContent);

    /// <summary>Reads a text such as <c>−1,234.50</c>, <c>93.1 %</c> or <c>8.2e−5</c>.</summary>
    public static Shown Parse(string text)
    {
        var plain = text.Trim().Replace('\u2212', '-').Replace(",", "");
        var isShare = plain.EndsWith('%');
        plain = plain.TrimEnd('%').Trim();
        var power = plain.IndexOf('e');
        var digits = power < 0 ? plain : plain[..power];
        var point = digits.IndexOf('.');
        var decimals = (point < 0 ? 0 : digits.Length - point - 1) - (power < 0
            ? 0 : int.Parse(plain[(power + 1)..], CultureInfo.InvariantCulture));
        var value = double.Parse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture);
        return isShare ? new(value / 100, decimals + 2) : new(value, decimals);
    }

    /// <summary>Whether another number is the same to within one unit of this one's last digit; no number is no number.</summary>
    public bool IsReachedBy(double value) => value.Equals(Value) || Math.Abs(value - Value) <= Unit;
}
