namespace Convscope.Tests.Shared.Equations;

/// <summary>What functions of one number compute.</summary>
internal static class ActivationRules
{
    [EquationRule("relu")]
    public static void Relu(Equation equation) => equation.ExpectResult(Math.Max(0, equation.Operands.Single()), "max(0, x)");

    [EquationRule("sigmoid")]
    public static void Sigmoid(Equation equation) => equation.ExpectResult(1 / (1 + Math.Exp(-equation.Operands.Single())), "1 / (1 + exp(-x))");

    [EquationRule("tanh")]
    public static void Tanh(Equation equation) => equation.ExpectResult(Math.Tanh(equation.Operands.Single()), "tanh x");

    /// <summary>What they compute depends on settings that the page doesn't show as numbers yet.</summary>
    [EquationRule("leaky-relu", "elu", "clip", "hard-sigmoid", "hard-swish", "gelu")]
    public static void Unchecked(Equation equation) => _ = equation.Result;
}
