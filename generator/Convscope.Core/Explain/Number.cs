using System.Globalization;

namespace Convscope.Core.Explain;

/// <summary>
/// A number of an equation: its exact value and how many decimals of it are shown; fewer than none are tens, hundreds, thousands.
/// The script has a twin of this file (<c>templates/js/compute/numbers.js</c>): change both.
/// </summary>
/// <param name="Exact">The value that is computed with.</param>
/// <param name="Decimals">Digits after the point when shown.</param>
public readonly record struct Number(double Exact, int Decimals)
{
    /// <summary>A number of more decimals is written with a power of ten.</summary>
    public const int MostPlain = 12;

    /// <summary>More digits than double precision has are never shown.</summary>
    private const int MostDigits = 15;

    /// <summary>The first number with one digit more.</summary>
    private const double TooLong = 1e15;

    /// <summary>From here on single precision has no digits after the point, and soon none for the ones.</summary>
    private const double Coarse = 1 << 24;

    /// <summary>The text shown: fixed decimals, half away from zero, a true minus sign, never "−0.00"; <c>1.2345678e9</c> where they are
    /// tens, or very many.</summary>
    public string Shown => Format(Exact, Decimals);

    /// <summary>The text for a narrow place: in powers of ten where <see cref="Shown"/> takes more than eight characters.</summary>
    public string Short => Shown.Length <= 8 ? Shown : Exact.ToString("0.0e-0", CultureInfo.InvariantCulture).Replace('-', '\u2212');

    /// <summary>The value that the shown text means.</summary>
    public double Value => Round(Exact, Decimals);

    /// <summary>The exact value for <c>&lt;data value&gt;</c>: the shortest decimal that gives the same single-precision (or, failing
    /// that, double) number.</summary>
    public string ExactText =>
        Exact == (float)Exact
            ? ((float)Exact).ToString("R", CultureInfo.InvariantCulture)
            : Exact.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A setting with all its digits: those of the shortest decimal that gives the same single-precision number.</summary>
    public static Number Whole(double value)
    {
        if (!double.IsFinite(value) || value == 0) return new(value, 0);
        var decimals = Math.Abs(value) < Coarse ? 0 : -PowerOf(value);
        while (decimals < Tens.Most && (float)Round(value, decimals) != (float)value) decimals++;
        return new(value, decimals);
    }

    /// <summary>Rounds half away from zero, as <see cref="Shown"/> does; to no more digits than double precision has.</summary>
    public static double Round(double value, int decimals)
    {
        var scaled = decimals < 0 ? value / Tens.Power(-decimals) : value * Tens.Power(decimals);
        if (!double.IsFinite(value)) return value;
        if (Math.Abs(scaled) >= TooLong) return Round(value, MostDigits - 1 - PowerOf(value));
        var whole = Math.Truncate(scaled);
        if (Math.Abs(scaled - whole) >= 0.5) whole += Math.Sign(scaled);
        return decimals < 0 ? whole * Tens.Power(-decimals) : whole / Tens.Power(decimals);
    }

    /// <summary>The text of a value at so many decimals.</summary>
    public static string Format(double value, int decimals)
    {
        var rounded = Round(value, decimals);
        if (rounded == 0) return decimals < 0 ? "0e"
            + Plain(-decimals) : 0d.ToString("F" + Plain(Math.Min(decimals, MostPlain)), CultureInfo.InvariantCulture);
        if (!double.IsFinite(rounded)) return rounded.ToString(CultureInfo.InvariantCulture).Replace('-', '\u2212');
        var digits = PowerOf(rounded) + decimals + 1;
        var text = decimals is >= 0 and <= MostPlain && digits <= MostDigits
            ? rounded.ToString("F" + Plain(decimals), CultureInfo.InvariantCulture)
            : WithPower(rounded, Math.Clamp(digits, 1, MostDigits));
        return text.Replace('-', '\u2212');
    }

    /// <summary>The power of ten of a number's first digit: 0 for 1 to 9.9, 3 for thousands, −2 for hundredths.</summary>
    public static int PowerOf(double value)
    {
        var text = value.ToString("E14", CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string WithPower(double value, int digits)
    {
        var text = value.ToString("E" + Plain(digits - 1), CultureInfo.InvariantCulture);
        return text[..text.IndexOf('E')] + "e" + Plain(PowerOf(value));
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
