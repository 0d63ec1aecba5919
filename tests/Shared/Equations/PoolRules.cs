namespace Convscope.Tests.Shared.Equations;

/// <summary>What pooling computes.</summary>
internal static class PoolRules
{
    [EquationRule("max-pool")]
    public static void Maximum(Equation equation) => equation.ExpectResult(equation.Operands.Max(), "the largest operand");

    [EquationRule("average-pool")]
    public static void Mean(Equation equation)
    {
        var sum = equation.Number("s")!;
        equation.Expect(equation.SumOfParts(), sum, "the window");
        equation.ExpectResult(sum.Value / equation.Value("n"), "the mean");
    }
}
