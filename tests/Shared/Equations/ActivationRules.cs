namespace Convscope.Tests.Shared.Equations;

/// <summary>What functions of one number compute, with the constants that the page shows.</summary>
internal static class ActivationRules
{
    [EquationRule("relu")]
    public static void Relu(Equation equation) => Expect(equation, x => Math.Max(0, x));

    [EquationRule("sigmoid")]
    public static void Sigmoid(Equation equation) => Expect(equation, Logistic);

    [EquationRule("tanh")]
    public static void Tanh(Equation equation) => Expect(equation, Math.Tanh);

    [EquationRule("leaky-relu")]
    public static void LeakyRelu(Equation equation) => Expect(equation, x => x < 0 ? equation.Value("alpha") * x : x);

    [EquationRule("prelu")]
    public static void PRelu(Equation equation) => Expect(equation, x => x < 0 ? equation.Value("slope") * x : x);

    [EquationRule("thresholded-relu")]
    public static void ThresholdedRelu(Equation equation) => Expect(equation, x => x > equation.Value("alpha") ? x : 0);

    [EquationRule("elu")]
    public static void Elu(Equation equation) => Expect(equation, x => x < 0 ? equation.Value("alpha") * (Math.Exp(x) - 1) : x);

    [EquationRule("celu")]
    public static void Celu(Equation equation) =>
        Expect(equation, x => x < 0 ? equation.Value("alpha") * (Math.Exp(x / equation.Value("alpha")) - 1) : x);

    [EquationRule("selu")]
    public static void Selu(Equation equation) =>
        Expect(equation, x => equation.Value("gamma") * (x < 0 ? equation.Value("alpha") * (Math.Exp(x) - 1) : x));

    [EquationRule("clip")]
    public static void Clip(Equation equation) => Expect(equation, x => Math.Min(
        equation.Number("max")?.Value ?? double.PositiveInfinity, Math.Max(equation.Number("min")?.Value ?? double.NegativeInfinity, x)));

    [EquationRule("hard-sigmoid")]
    public static void HardSigmoid(Equation equation) =>
        Expect(equation, x => Math.Clamp((equation.Value("alpha") * x) + equation.Value("beta"), 0, 1));

    [EquationRule("hard-swish")]
    public static void HardSwish(Equation equation) => Expect(equation, x => x * Math.Clamp((x / 6) + 0.5, 0, 1));

    [EquationRule("softplus")]
    public static void Softplus(Equation equation) => Expect(equation, x => Math.Log(1 + Math.Exp(x)));

    [EquationRule("softsign")]
    public static void Softsign(Equation equation) => Expect(equation, x => x / (1 + Math.Abs(x)));

    [EquationRule("silu")]
    public static void Silu(Equation equation) => Expect(equation, x => x * Logistic((equation.Number("alpha")?.Value ?? 1) * x));

    [EquationRule("mish")]
    public static void Mish(Equation equation) => Expect(equation, x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))));

    /// <summary>The page says which of the two forms it is.</summary>
    [EquationRule("gelu")]
    public static void Gelu(Equation equation) => Expect(equation, equation.Element.TextContent.Contains("tanh", StringComparison.Ordinal)
        ? x => x / 2 * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * Math.Pow(x, 3)))))
        : x => x / 2 * (1 + Erf(x / Math.Sqrt(2))));

    [EquationRule("abs", "ceil", "erf", "exp", "floor", "log", "neg", "reciprocal", "round", "sign", "sqrt")]
    public static void Elementary(Equation equation) => Expect(equation, equation.Kind switch
    {
        "abs" => Math.Abs,
        "ceil" => Math.Ceiling,
        "erf" => Erf,
        "exp" => Math.Exp,
        "floor" => Math.Floor,
        "log" => Math.Log,
        "neg" => x => -x,
        "reciprocal" => x => 1 / x,
        "round" => Math.Round,
        "sign" => x => Math.Sign(x),
        _ => Math.Sqrt,
    });

    private static void Expect(Equation equation, Func<double, double> function)
    {
        equation.ExpectResult(function(equation.Operands.Single()), "the function");
        foreach (var copy in equation.Element.QuerySelectorAll("data.x"))
            equation.Expect(equation.Operands.Single(), Shown.Of(copy), "the operand's copy");
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>By Simpson's rule, not by the series that the generator uses.</summary>
    private static double Erf(double x)
    {
        const int Steps = 4000;
        double Weight(int i) => i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2;
        var end = Math.Clamp(x, -7, 7);
        return 2 / Math.Sqrt(Math.PI) * end / Steps / 3 * Enumerable.Range(0, Steps + 1)
            .Sum(i => Weight(i) * Math.Exp(-Math.Pow(end * i / Steps, 2)));
    }
}
