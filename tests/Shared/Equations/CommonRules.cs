namespace Convscope.Tests.Shared.Equations;

/// <summary>What sums and functions of one number compute.</summary>
internal static class CommonRules
{
    [EquationRule("conv", "dense", "add")]
    public static void Sum(Equation equation) =>
        equation.ExpectResult(equation.SumOfParts() + (equation.Number("b")?.Value ?? 0), "the partial sums and the bias");

    [EquationRule("product")]
    public static void Product(Equation equation) =>
        equation.ExpectResult(Equation.Product(equation.Element.QuerySelector("[data-term]")!), "the product");

    [EquationRule("sub")]
    public static void Difference(Equation equation) =>
        equation.ExpectResult(equation.Operands.Aggregate((difference, x) => difference - x), "the difference");

    [EquationRule("mul")]
    public static void Multiply(Equation equation) =>
        equation.ExpectResult(equation.Operands.Aggregate((product, x) => product * x), "the product");

    [EquationRule("div")]
    public static void Divide(Equation equation) =>
        equation.ExpectResult(equation.Operands.Aggregate((quotient, x) => quotient / x), "the quotient");

    [EquationRule("max")]
    public static void Largest(Equation equation) => equation.ExpectResult(equation.Operands.Max(), "the largest operand");

    [EquationRule("min")]
    public static void Smallest(Equation equation) => equation.ExpectResult(equation.Operands.Min(), "the smallest operand");

    [EquationRule("mean")]
    public static void Average(Equation equation) => equation.ExpectResult(equation.Operands.Sum() / equation.Value("n"), "the mean");

    [EquationRule("pow")]
    public static void Power(Equation equation) => equation.ExpectResult(equation.Operands.Aggregate(Math.Pow), "the power");

    [EquationRule("preprocess")]
    public static void Preprocess(Equation equation)
    {
        _ = equation.SumOfParts();
        if (equation.Number("i") is { } pixel) equation.Expect(255 - pixel.Value, equation.Number("x")!, "255 - pixel");
        equation.ExpectResult((equation.Value("p") - equation.Value("m")) / equation.Value("d"), "(p - mean) / std");
    }

    /// <summary>Whole numbers: floor((input + 2 padding - dilation (kernel - 1) - 1) / stride) + 1, and nothing where there is no
    /// room.</summary>
    [EquationRule("output-size")]
    public static void OutputSize(Equation equation)
    {
        var room = equation.Value("input")
            + (2 * equation.Value("padding")) - (equation.Value("dilation") * (equation.Value("kernel") - 1)) - 1;
        equation.Expect(room, equation.Number("room")!, "the room");
        if (room >= 0) equation.ExpectResult(Math.Floor(room / equation.Value("stride")) + 1, "the rule");
        else if (equation.Number("y") is not null) equation.Expect(double.NaN, equation.Result, "no room");
    }
}
