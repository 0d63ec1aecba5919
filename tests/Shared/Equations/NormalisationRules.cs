namespace Convscope.Tests.Shared.Equations;

/// <summary>What normalisations compute, step by step and at once.</summary>
internal static class NormalisationRules
{
    [EquationRule("batch-norm", "instance-norm", "group-norm", "layer-norm")]
    public static void Normalise(Equation equation)
    {
        double x = equation.Operands.Single(), mean = equation.Value("mean"), scale = equation.Value("scale"), shift = equation.Value("b");
        var spread = Math.Sqrt(equation.Value("variance") + equation.Value("epsilon"));
        equation.Expect(x - mean, equation.Number("p")!, "x - mean");
        equation.Expect(spread, equation.Number("d")!, "√(variance + epsilon)");
        equation.Expect(equation.Value("p") / equation.Value("d"), equation.Number("q")!, "the quotient");
        equation.ExpectResult((equation.Value("q") * scale) + shift, "the quotient, scaled and shifted");
        equation.ExpectResult(((x - mean) / spread * scale) + shift, "the whole formula");
        foreach (var role in new[] { "p", "d", "q" })
        {
            foreach (var copy in equation.Element.QuerySelectorAll($"data.{role}"))
                equation.Expect(equation.Value(role), Shown.Of(copy), "a copy");
        }
    }
}
