namespace Convscope.Tests.Shared.Equations;

/// <summary>What local response normalisation computes.</summary>
internal static class LrnRule
{
    [EquationRule("lrn")]
    public static void Normalise(Equation equation)
    {
        double sum = 0;
        foreach (var partial in equation.Parts)
        {
            var (x, square) = (Equation.NumberIn(partial, "x")!.Value, Equation.NumberIn(partial, "p")!);
            equation.Expect(x * x, square, "a square");
            sum += square.Value;
        }

        equation.Expect(sum, equation.Number("s")!, "the sum of the squares");
        equation.Expect(equation.Value("bias") + (equation.Value("alpha") / equation.Value("size") * equation.Value("s")),
            equation.Number("q")!, "the base");
        var own = Equation.NumberIn(equation.Parts.Single(partial => partial.ClassList.Contains("chosen")), "x")!.Value;
        equation.Expect(own, equation.Number("l")!, "the operand's copy");
        equation.ExpectResult(own / Math.Pow(equation.Value("q"), equation.Value("beta")), "x / base ^ beta");
        foreach (var role in new[] { "s", "q" })
        {
            foreach (var copy in equation.Element.QuerySelectorAll($"data.{role}"))
                equation.Expect(equation.Value(role), Shown.Of(copy), "a copy");
        }
    }
}
