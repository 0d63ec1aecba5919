using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Scaled exponential linear unit: <c>gamma x</c>, or <c>gamma alpha (exp(x) - 1)</c> below zero (Klambauer et al. 2017).
/// https://onnx.ai/onnx/operators/onnx__Selu.html</summary>
[OnnxOperator("Selu", Axes = AxisRule.Cellwise)]
public sealed class Selu : Activation
{
    private readonly double _alpha;
    private readonly double _gamma;

    /// <summary>Reads both factors; the defaults are the paper's.</summary>
    public Selu(NodeDescription node) => (_alpha, _gamma) =
        (node.Float("alpha", 1.67326319217681884765625f), node.Float("gamma", 1.05070102214813232421875f));

    /// <inheritdoc/>
    public override string Kind => "selu";

    /// <inheritdoc/>
    public override Phrase Formula => "{gamma} × (max(0, {x}) + {alpha} × (exp(min(0, {x})) − 1))";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha), new("gamma", _gamma)];

    /// <summary>Below zero, two numbers of about gamma × alpha cancel out.</summary>
    protected override double Magnitude(double x, double y, int unit) =>
        base.Magnitude(x, y, unit) + (x < 0 ? Math.Abs(_gamma * _alpha) : 0);

    /// <inheritdoc/>
    public override double Apply(double x) => _gamma * (x > 0 ? x : _alpha * (Math.Exp(x) - 1));
}
