namespace Convscope.Tests.Shared.Equations;

/// <summary>What operators compute that only move cells about.</summary>
internal static class CopyRules
{
    /// <summary>The one operand, also where it is the number of a rim.</summary>
    [EquationRule("concat", "flatten", "pad", "slice", "reshape", "transpose", "channel-shuffle", "depth-to-space", "space-to-depth",
        "tile")]
    public static void Copy(Equation equation) =>
        equation.ExpectResult(equation.Element.QuerySelectorAll("[data-term] data.x").Select(data => Shown.Of(data).Value)
            .Single(), "the copy");

    /// <summary>A weighted mean, or a copy without a weight.</summary>
    [EquationRule("resize")]
    public static void Resize(Equation equation)
    {
        var weights = equation.Element.QuerySelectorAll("data.w").Select(Shown.Of).ToList();
        if (weights.Count > 0)
            equation.Expect(weights.Sum(w => w.Value), new(1, Math.Max(1, weights[0].Decimals - 1)), "the sum of the weights");
        equation.ExpectResult(equation.SumOfParts(), "the weighted sum");
    }

    /// <summary>What reaches a cell of a transposed convolution, and the sum of a map.</summary>
    [EquationRule("conv-transpose", "reduce-sum")]
    public static void Sum(Equation equation) => CommonRules.Sum(equation);
}
