using System.Numerics;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The end of an equation in whole numbers: a fraction is rounded half to even, the zero point added, and what lies beyond the type held at
/// its ends. The script has a twin (<c>templates/js/unit/storing.js</c>): change both.
/// </summary>
public static class Storing
{
    private const int MostDecimals = 9;
    private const double Large = 1e5;

    /// <summary>The numbers of the end, which the equation gets as extras, and its result.</summary>
    /// <param name="e">The equation so far; its result is the whole number that was recorded.</param>
    /// <param name="to">How whole numbers stand for fractions.</param>
    /// <param name="scaled">What is rounded, as the runtime has it.</param>
    /// <param name="fit">Whether the equation before gives a shown fraction, with so many decimals, to within one unit of its last.</param>
    /// <param name="isZeroIn">Whether the zero point was added before rounding.</param>
    public static Explanation End(Explanation e, Quantiser to, double scaled, Func<Number, Explanation?> fit, bool isZeroIn = false)
    {
        var unit = e.At.Unit;
        var (zero, y) = (to.Zero(unit), e.Result.Exact);
        var offset = isZeroIn ? 0 : zero;
        var (shown, before) = Shown(e, to, scaled, offset, fit);
        var real = to.Real(y, unit);
        var decimals = Decimals.ForMagnitude(Math.Max(Math.Abs(to.Real(to.Low, unit)), Math.Abs(to.Real(to.High, unit))));
        var step = Fit(y - zero, to.Step(unit), real, decimals);
        if (before.Extras.TryGetValue("per", out var given))
            (step, decimals) = (given, Decimals.Settle(decimals, (y - zero) * given.Value, real));
        return before with
        {
            Result = new(y, 0),
            Extras = before.Extras.SetItems(new Dictionary<string, Number>
            {
                ["scaled"] = shown, ["rounded"] = new(Quantiser.Rounded(shown.Value), 0), ["offset"] = new(offset, 0),
                ["low"] = new(to.Low, 0), ["high"] = new(to.High, 0), ["zero"] = new(zero, 0), ["per"] = step, ["real"] = new(real,
                    decimals),
            }),
        };
    }

    /// <summary>How the end adds up: exactly, up to what the result stands for.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var rounded = Quantiser.Rounded(e["scaled"].Value);
        e.Expect("rounding half to even", rounded, e["rounded"]);
        var held = Math.Clamp(rounded + e["offset"].Value, e["low"].Value, e["high"].Value);
        e.ExpectExactly("the whole number", new((BigInteger)held, 0), e.Result);
        e.Expect("what it stands for", (e.Result - e["zero"]) * e["per"], e["real"]);
    }

    /// <summary>Decimals of an operand to begin with.</summary>
    public static int Digits(double x) => Math.Max(2, Decimals.ForMagnitude(Math.Abs(x)));

    /// <summary>The one operand of an equation.</summary>
    public static Part Operand(double x, Cell cell)
    {
        var number = new Number(x, Digits(x));
        return new(0, cell.Unit, [new Term(number, null, cell)], number);
    }

    /// <summary>A factor with as many digits as it takes for a product to be shown right.</summary>
    public static Number Fit(double whole, double factor, double product, int decimals)
    {
        var number = Number.Whole(factor);
        var (most, least) = (number.Decimals + 12, Math.Max(2, -Number.PowerOf(factor == 0 ? 1 : factor) + 2));
        for (var digits = Math.Min(least, number.Decimals); digits < most; digits++)
        {
            var shown = new Number(factor, digits);
            if (Decimals.IsWithinOne(whole * shown.Value, Number.Round(product, decimals), decimals)) return shown;
        }

        return number;
    }

    /// <summary>
    /// The fraction with the fewest decimals with which it rounds as it did and the equation before it gives it. Within what single
    /// precision leaves open about a tie, the nearest fraction that rounds as it did.
    /// </summary>
    private static (Number Shown, Explanation Before) Shown(Explanation e, Quantiser to, double scaled, int offset,
        Func<Number, Explanation?> fit)
    {
        bool Gives(double fraction) => to.Hold(Quantiser.Rounded(fraction) + offset) == e.Result.Exact;

        // Of large ones single precision has no more than six digits that a quotient gives again.
        var start = Math.Abs(scaled) >= Large && double.IsFinite(scaled) ? 5 - Number.PowerOf(scaled)
            : Math.Min(2, Decimals.ForMagnitude(Math.Abs(scaled)));
        if (!double.IsFinite(scaled)) return (new(scaled, 0), fit(new(scaled, 0)) ?? e);
        for (var decimals = start; decimals <= MostDecimals; decimals++)
        {
            var number = new Number(scaled, decimals);
            if (Gives(number.Value) && fit(number) is { } before) return (number, before);
            for (var side = -1; side <= 1 && decimals >= 4; side += 2)
            {
                var near = number with { Exact = number.Value + (side * Tens.Power(-decimals)) };
                if (Gives(near.Value) && fit(near) is { } other) return (near, other);
            }
        }

        var last = new Number(scaled, 2);
        return (last, fit(last) ?? e);
    }
}
