using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Exponential linear unit: <c>x</c>, or <c>alpha (exp(x) - 1)</c> below zero.
/// https://onnx.ai/onnx/operators/onnx__Elu.html</summary>
[OnnxOperator("Elu", Axes = AxisRule.Cellwise)]
public sealed class Elu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the depth below zero.</summary>
    public Elu(NodeDescription node) => _alpha = node.Float("alpha", 1);

    /// <inheritdoc/>
    public override string Kind => "elu";

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, {x}) + {alpha} × (exp(min(0, {x})) − 1)";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha)];

    /// <summary>Below zero, two numbers of about alpha cancel out.</summary>
    protected override double Magnitude(double x, double y, int unit) => base.Magnitude(x, y, unit) + (x < 0 ? Math.Abs(_alpha) : 0);

    /// <inheritdoc/>
    public override double Apply(double x) => x >= 0 ? x : _alpha * (Math.Exp(x) - 1);
}
