using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Continuously differentiable exponential linear unit: <c>max(0, x) + min(0, alpha (exp(x / alpha) - 1))</c>.
/// https://onnx.ai/onnx/operators/onnx__Celu.html</summary>
[OnnxOperator("Celu", Axes = AxisRule.Cellwise)]
public sealed class Celu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the depth below zero.</summary>
    public Celu(NodeDescription node) => _alpha = node.Float("alpha", 1);

    /// <inheritdoc/>
    public override string Kind => "celu";

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, {x}) + {alpha} × (exp(min(0, {x}) / {alpha}) − 1)";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha)];

    /// <summary>Below zero, two numbers of about alpha cancel out.</summary>
    protected override double Magnitude(double x, double y, int unit) => base.Magnitude(x, y, unit) + (x < 0 ? Math.Abs(_alpha) : 0);

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Max(0, x) + (_alpha * (Math.Exp(Math.Min(0, x) / _alpha) - 1));
}
