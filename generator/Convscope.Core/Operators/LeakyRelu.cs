namespace Convscope.Core.Operators;

/// <summary>Leaky rectified linear unit: <c>x</c>, or <c>alpha x</c> below zero. https://onnx.ai/onnx/operators/onnx__LeakyRelu.html</summary>
[OnnxOperator("LeakyRelu")]
public sealed class LeakyRelu : Activation
{
    private readonly double _alpha;

    /// <summary>Reads the slope below zero.</summary>
    public LeakyRelu(NodeDescription node) => _alpha = node.Float("alpha", 0.01f);

    /// <inheritdoc/>
    public override string Kind => "leaky-relu";

    /// <inheritdoc/>
    public override string Title => "Leaky ReLU";

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Settings =>
        [new("alpha", _alpha.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))];

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { alpha = _alpha };

    /// <inheritdoc/>
    public override double Apply(double x) => x >= 0 ? x : _alpha * x;
}
