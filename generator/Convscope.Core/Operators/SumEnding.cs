using System.Collections.Immutable;
using Convscope.Core.Explain;

namespace Convscope.Core.Operators;

/// <summary>
/// What becomes of a sum of products of whole numbers: nothing; times a factor what it stands for, perhaps with a bias in fractions; or
/// that stored again in whole numbers.
/// </summary>
/// <param name="Factors">One for all units or one a unit; none where the sum is given as it is.</param>
/// <param name="Bias">What is added behind the factor, one a unit; empty where nothing is.</param>
/// <param name="To">How the result is stored; null where it isn't.</param>
/// <param name="IsReal">Whether the file computes in fractions, so that near a tie the last bit decides.</param>
public sealed record SumEnding(ImmutableArray<float> Factors, ImmutableArray<float> Bias, Quantiser? To, bool IsReal)
{
    /// <summary>The sum as it is.</summary>
    public static SumEnding None { get; } = new([], [], null, false);

    /// <summary>The same with a bias behind the factor, or without one.</summary>
    public SumEnding With(Constant? bias) => bias is null ? this : this with { Bias = [.. bias.Values] };

    /// <summary>Whether a sum of whole numbers becomes the same number on any runtime.</summary>
    public bool IsExact => Factors.IsEmpty || (!IsReal && To is not null);

    /// <summary>What a sum becomes, exactly as the runtime computes it in single precision.</summary>
    public double Of(double sum, int unit)
    {
        if (Factors.IsEmpty) return (float)sum;
        var scaled = Scaled(sum, unit);
        return To is null ? scaled : To.Store(scaled, unit);
    }

    /// <summary>How far a runtime that adds up fractions may be from <see cref="Of"/>: near a tie one whole number.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="bound">How far single precision may lead from it.</param>
    /// <param name="unit">The unit.</param>
    public double Bound(double sum, double bound, int unit)
    {
        if (IsExact) return 0;
        var factor = (double)Factor(unit);
        var exact = (sum * factor) + BiasOf(unit);
        var share = (bound * Math.Abs(factor)) + Rounding.OfSum(exact, Math.Abs(sum * factor) + Math.Abs(BiasOf(unit)), 4);
        return To is null ? share : Math.Abs(To.Store((float)(exact + share), unit) - To.Store((float)(exact - share), unit));
    }

    /// <summary>The equation of a sum with its end.</summary>
    /// <param name="e">The sum, with <c>acc</c> among its extras, and the recorded result.</param>
    /// <param name="magnitude">The largest number of the layer.</param>
    public Explanation Explain(Explanation e, double magnitude)
    {
        var (unit, sum) = (e.At.Unit, e.Extras["acc"].Exact);
        if (Factors.IsEmpty) return e;
        var factor = Factor(unit);
        Explanation? With(Number shown)
        {
            var bias = Bias.IsEmpty ? (Number?)null : new Number(BiasOf(unit), Math.Max(shown.Decimals, 2) + 1);
            var rest = shown.Value - (bias?.Value ?? 0);
            var fitted = Storing.Fit(sum, factor, rest, shown.Decimals);
            if (!Decimals.IsWithinOne((sum * fitted.Value) + (bias?.Value ?? 0), shown.Value, shown.Decimals)) return null;
            var extras = e.Extras.SetItem("factor", fitted);
            return e with { Extras = bias is { } added ? extras.SetItem("added", added) : extras };
        }

        if (To is not null) return Storing.End(e, To, Scaled(sum, unit), With);
        var decimals = Decimals.Settle(Decimals.ForMagnitude(magnitude), (sum * (double)factor) + BiasOf(unit), e.Result.Exact);
        var result = new Number(e.Result.Exact, decimals);
        return (With(result) ?? e) with { Result = result };
    }

    /// <summary>How the end adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        if (e.Find("factor") is not { } factor) e.ExpectExactly("the sum", e["acc"], e.Result);
        else
        {
            var isStored = e.Find("scaled") is not null;
            e.Expect("the sum times the factor", (e["acc"] * factor) + (e.Find("added") ?? ShownNumber.Zero), isStored ? e["scaled"]
                : e.Result);
            if (isStored) Storing.AddsUp(e);
        }
    }

    /// <summary>For the script.</summary>
    public object Describe() => new { factors = Factors, bias = Bias, to = To?.Describe() };

    /// <summary>For the script, of a unit.</summary>
    public object Describe(int unit) => new
    {
        factor = Factors.IsEmpty ? (float?)null : Factor(unit), added = Bias.IsEmpty ? (float?)null : BiasOf(unit), to = To?.Describe(unit),
    };

    private float Factor(int unit) => Factors[Factors.Length == 1 ? 0 : unit];

    private float BiasOf(int unit) => Bias.IsEmpty ? 0 : Bias[Bias.Length == 1 ? 0 : unit];

    private float Scaled(double sum, int unit)
    {
        var product = (float)sum * Factor(unit);
        return Bias.IsEmpty ? product : product + BiasOf(unit);
    }
}
