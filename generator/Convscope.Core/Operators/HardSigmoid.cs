namespace Convscope.Core.Operators;

/// <summary>Piecewise linear sigmoid: <c>alpha x + beta</c>, held between 0 and 1. https://onnx.ai/onnx/operators/onnx__HardSigmoid.html</summary>
[OnnxOperator("HardSigmoid")]
public sealed class HardSigmoid : Activation
{
    private readonly double _alpha;
    private readonly double _beta;

    /// <summary>Reads slope and offset.</summary>
    public HardSigmoid(NodeDescription node) => (_alpha, _beta) = (node.Float("alpha", 0.2f), node.Float("beta", 0.5f));

    /// <inheritdoc/>
    public override string Kind => "hard-sigmoid";

    /// <inheritdoc/>
    public override string Title => "Hard sigmoid";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { alpha = _alpha, beta = _beta };

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Clamp((_alpha * x) + _beta, 0, 1);
}
