using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary><c>x</c>, or <c>alpha x</c> below zero. https://onnx.ai/onnx/operators/onnx__LeakyRelu.html</summary>
[OnnxOperator("LeakyRelu", Axes = AxisRule.Cellwise)]
public sealed class LeakyRelu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the slope below zero.</summary>
    public LeakyRelu(NodeDescription node) => _alpha = node.Float("alpha", 0.01f);

    /// <inheritdoc/>
    public override string Kind => "leaky-relu";

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, {x}) + {alpha} × min(0, {x})";

    /// <inheritdoc/>
    protected override IReadOnlyList<KeyValuePair<string, double>> Numbers => [new("alpha", _alpha)];

    /// <inheritdoc/>
    public override double Apply(double x) => x >= 0 ? x : _alpha * x;
}
