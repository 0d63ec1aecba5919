namespace Convscope.Core.Operators;

/// <summary>
/// Elementary functions of one number: <c>exp</c>, <c>ln</c>, roots, rounding. https://onnx.ai/onnx/operators/onnx__Exp.html and the like;
/// rounding is half to even, https://onnx.ai/onnx/operators/onnx__Round.html
/// </summary>
[OnnxOperator("Abs", "Ceil", "Erf", "Exp", "Floor", "Log", "Neg", "Reciprocal", "Round", "Sign", "Sqrt", Axes = AxisRule.Cellwise)]
public sealed class Elementary : Activation
{
    private static readonly Dictionary<string, Elementary> ByType = new Elementary[]
    {
        new("Abs", "Absolute value", "|{x}|", "The sign is dropped.", Math.Abs) { IsPositive = true },
        new("Ceil", "Rounding up", "ceil({x})", "The smallest whole number that isn't below.", Math.Ceiling),
        new("Erf", "Error function", "erf({x})", "Bends every number into the range from −1 to 1, along the normal distribution.",
            ErrorFunction.Of),
        new("Exp", "Exponential", "exp({x})", "e to the power of the number.", Math.Exp) { IsPositive = true },
        new("Floor", "Rounding down", "floor({x})", "The largest whole number that isn't above.", Math.Floor),
        new("Log", "Natural logarithm", "ln({x})", "The power of e that gives the number.", Math.Log),
        new("Neg", "Negation", "−({x})", "The sign changes.", x => -x),
        new("Reciprocal", "Reciprocal", "1 / ({x})", "One divided by the number.", x => 1 / x),
        new("Round", "Rounding", "round({x})", "The nearest whole number; of two that are equally near, the even one.", x => Math.Round(x)),
        new("Sign", "Sign", "sign({x})", "1 above zero, −1 below, 0 at zero.", x => double.IsNaN(x) ? x : Math.Sign(x)),
        new("Sqrt", "Square root", "√({x})", "The number whose square it is.", Math.Sqrt) { IsPositive = true },
    }.ToDictionary(function => function._type, StringComparer.Ordinal);

    private readonly string _type;
    private readonly Func<double, double> _function;

    /// <summary>Reads which function it is.</summary>
    public Elementary(NodeDescription node)
        : this(ByType[node.OpType])
    {
    }

    private Elementary(Elementary other)
        : this(other._type, other.Title, other.Formula, other.Meaning, other._function) => IsPositive = other.IsPositive;

    private Elementary(string type, string title, string formula, string meaning, Func<double, double> function) =>
        (_type, Title, Formula, Meaning, _function) = (type, title, formula, meaning, function);

    /// <inheritdoc/>
    public override string Kind => _type.ToLowerInvariant();

    /// <inheritdoc/>
    public override string Title { get; }

    /// <inheritdoc/>
    public override bool IsSigned => !IsPositive;

    /// <inheritdoc/>
    public override string Formula { get; }

    /// <inheritdoc/>
    public override string Meaning { get; }

    /// <inheritdoc/>
    public override double Apply(double x) => _function(x);

    private bool IsPositive { get; init; }
}
