using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Piecewise linear sigmoid: <c>alpha x + beta</c>, held between 0 and 1.
/// https://onnx.ai/onnx/operators/onnx__HardSigmoid.html</summary>
[OnnxOperator("HardSigmoid", Axes = AxisRule.Cellwise)]
public sealed class HardSigmoid : Activation
{
    private readonly double _alpha;
    private readonly double _beta;

    /// <summary>Reads slope and offset.</summary>
    public HardSigmoid(NodeDescription node) => (_alpha, _beta) = (node.Float("alpha", 0.2f), node.Float("beta", 0.5f));

    /// <inheritdoc/>
    public override string Kind => "hard-sigmoid";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, min(1, {alpha} × {x} + {beta}))";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha), new("beta", _beta)];

    /// <inheritdoc/>
    protected override double Magnitude(double x, double y, int unit) => y is 0 or 1 ? y : Math.Abs(_alpha * x) + Math.Abs(_beta);

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Clamp((_alpha * x) + _beta, 0, 1);
}
