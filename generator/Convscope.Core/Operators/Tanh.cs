using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Hyperbolic tangent. https://onnx.ai/onnx/operators/onnx__Tanh.html</summary>
[OnnxOperator("Tanh", Axes = AxisRule.Cellwise)]
public sealed class Tanh : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public Tanh(NodeDescription node) => _ = node;

    /// <inheritdoc/>
    public override string Kind => "tanh";

    /// <inheritdoc/>
    public override Phrase Formula => "tanh({x})";

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Tanh(x);
}
