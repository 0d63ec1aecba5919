using AngleSharp.Dom;

namespace Convscope.Tests.Shared.Equations;

/// <summary>What softmax and its logarithm compute.</summary>
internal static class SoftmaxRules
{
    [EquationRule("softmax")]
    public static void Softmax(Equation equation)
    {
        var sum = Exponentials(equation);
        foreach (var partial in Named(equation).Where(partial => Equation.NumberIn(partial, "q") is not null))
            equation.Expect(Equation.NumberIn(partial, "p")!.Value / sum, Equation.NumberIn(partial, "q")!, "a class's share");
        equation.ExpectResult(Equation.NumberIn(Chosen(equation), "p")!.Value / sum, "the share");
    }

    [EquationRule("log-softmax")]
    public static void LogSoftmax(Equation equation)
    {
        var sum = Exponentials(equation);
        equation.ExpectResult(Equation.NumberIn(Chosen(equation), "x")!.Value - equation.Value("m") - Math.Log(sum),
            "logit - max - ln(sum)");
    }

    /// <summary>Checks the exponentials and what they add up to.</summary>
    /// <returns>The sum that is shown.</returns>
    private static double Exponentials(Equation equation)
    {
        var (maximum, sum) = (equation.Number("m")!, equation.Number("s")!);
        foreach (var partial in Named(equation))
            equation.Expect(Math.Exp(Equation.NumberIn(partial, "x")!.Value - maximum.Value),
                Equation.NumberIn(partial, "p")!, "exp(x - max)");
        equation.Expect(Named(equation).Max(partial => Equation.NumberIn(partial, "x")!.Value), maximum, "the largest logit");
        equation.Expect(equation.Parts.Sum(partial => Equation.NumberIn(partial, "p")!.Value), sum, "the sum of the exponentials");
        foreach (var (role, original) in new[] { ("m", maximum), ("s", sum), ("l", Equation.NumberIn(Chosen(equation), "x")!) })
        {
            foreach (var copy in equation.Element.QuerySelectorAll($"data.{role}"))
                equation.Expect(original.Value, Shown.Of(copy), "a copy");
        }

        return sum.Value;
    }

    private static IElement Chosen(Equation equation) => equation.Parts.Single(partial => partial.ClassList.Contains("chosen"));

    private static List<IElement> Named(Equation equation) =>
        [.. equation.Parts.Where(partial => Equation.NumberIn(partial, "x") is not null)];
}
