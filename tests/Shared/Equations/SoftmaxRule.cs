namespace Convscope.Tests.Shared.Equations;

/// <summary>What softmax computes.</summary>
internal static class SoftmaxRule
{
    [EquationRule("softmax")]
    public static void Softmax(Equation equation)
    {
        var partials = equation.Parts.ToList();
        var maximum = equation.Value("m");
        var named = partials.Where(partial => Equation.NumberIn(partial, "x") is not null).ToList();
        foreach (var partial in named)
            equation.Expect(Math.Exp(Equation.NumberIn(partial, "x")!.Value - maximum), Equation.NumberIn(partial, "p")!, "exp(x - max)");
        var sum = equation.Number("s")!;
        equation.Expect(named.Max(partial => Equation.NumberIn(partial, "x")!.Value), equation.Number("m")!, "the largest logit");
        foreach (var partial in named.Where(partial => Equation.NumberIn(partial, "q") is not null))
            equation.Expect(Equation.NumberIn(partial, "p")!.Value / sum.Value, Equation.NumberIn(partial, "q")!, "a class's share");
        equation.Expect(partials.Sum(partial => Equation.NumberIn(partial, "p")!.Value), sum, "the sum of the exponentials");
        equation.ExpectResult(Equation.NumberIn(partials.Single(partial => partial.ClassList.Contains("chosen")), "p")!.Value / sum.Value, "the share");
    }
}
