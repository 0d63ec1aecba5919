using Convscope.Core.Explain;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Elementary functions of one number: <c>exp</c>, <c>ln</c>, roots, rounding. https://onnx.ai/onnx/operators/onnx__Exp.html and the like;
/// rounding is half to even, https://onnx.ai/onnx/operators/onnx__Round.html
/// </summary>
[Kinds("abs", "ceil", "erf", "exp", "floor", "log", "neg", "not", "reciprocal", "round", "sign", "sqrt")]
[OnnxOperator("Not", Axes = AxisRule.Cellwise, TakesTypes = true)]
[OnnxOperator("Abs", "Ceil", "Erf", "Exp", "Floor", "Log", "Neg", "Reciprocal", "Round", "Sign", "Sqrt", Axes = AxisRule.Cellwise)]
public sealed class Elementary : Activation
{
    private static readonly Dictionary<string, Elementary> ByType = new Elementary[]
    {
        new("Abs", "|{x}|", Math.Abs) { IsPositive = true },
        new("Ceil", "ceil({x})", Math.Ceiling),
        new("Erf", "erf({x})", ErrorFunction.Of),
        new("Exp", "exp({x})", Math.Exp) { IsPositive = true },
        new("Floor", "floor({x})", Math.Floor),
        new("Log", "ln({x})", Math.Log),
        new("Neg", "−({x})", x => -x),
        new("Not", "1 − {x}", x => 1 - x) { IsPositive = true },
        new("Reciprocal", "1 / ({x})", x => 1 / x),
        new("Round", "round({x})", x => Math.Round(x)),
        new("Sign", "sign({x})", x => double.IsNaN(x) ? x : Math.Sign(x)),
        new("Sqrt", "√({x})", Math.Sqrt) { IsPositive = true },
    }.ToDictionary(function => function._type, StringComparer.Ordinal);

    private readonly string _type;
    private readonly Func<double, double> _function;

    /// <summary>Reads which function it is.</summary>
    public Elementary(NodeDescription node)
        : this(ByType[node.OpType])
    {
    }

    private Elementary(Elementary other)
        : this(other._type, other.Formula, other._function) => IsPositive = other.IsPositive;

    private Elementary(string type, Phrase formula, Func<double, double> function) =>
        (_type, Formula, _function) = (type, formula, function);

    /// <inheritdoc/>
    public override string Kind => _type.ToLowerInvariant();

    /// <inheritdoc/>
    public override bool IsSigned => !IsPositive;

    /// <inheritdoc/>
    public override Phrase Formula { get; }

    /// <inheritdoc/>
    public override double Apply(double x) => _function(x);

    private bool IsPositive { get; init; }
}
