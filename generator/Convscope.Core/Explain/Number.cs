using System.Globalization;

namespace Convscope.Core.Explain;

/// <summary>A number of an equation: its exact value and how many decimals of it are shown.</summary>
/// <param name="Exact">The value that is computed with.</param>
/// <param name="Decimals">Digits after the point when shown.</param>
public readonly record struct Number(double Exact, int Decimals)
{
    /// <summary>The text shown: fixed decimals, half away from zero, a true minus sign, never "−0.00".</summary>
    public string Shown => Format(Exact, Decimals);

    /// <summary>The text for a narrow place: in powers of ten where <see cref="Shown"/> takes more than eight characters.</summary>
    public string Short => Shown.Length <= 8 ? Shown : Exact.ToString("0.0e-0", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>The value that the shown text means.</summary>
    public double Value => Round(Exact, Decimals);

    /// <summary>The exact value for <c>&lt;data value&gt;</c>: the shortest decimal that gives the same single-precision (or, failing that, double) number.</summary>
    public string ExactText =>
        Exact == (float)Exact
            ? ((float)Exact).ToString("R", CultureInfo.InvariantCulture)
            : Exact.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A setting with all its digits: those of the shortest decimal that gives the same single-precision number.</summary>
    public static Number Whole(double value)
    {
        if (!double.IsFinite(value)) return new(value, 0);
        var decimals = 0;
        while (decimals < Explain.Decimals.Most && (float)Round(value, decimals) != (float)value) decimals++;
        return new(value, decimals);
    }

    /// <summary>Rounds half away from zero, as <see cref="Shown"/> does.</summary>
    public static double Round(double value, int decimals) => Math.Round(value, Math.Min(decimals, 15), MidpointRounding.AwayFromZero);

    /// <summary>The text of a value at fixed decimals.</summary>
    public static string Format(double value, int decimals)
    {
        var text = Round(value, decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (text[0] != '-') return text;
        return text.AsSpan(1).ContainsAnyExcept('0', '.') ? "\u2212" + text[1..] : text[1..];
    }
}
