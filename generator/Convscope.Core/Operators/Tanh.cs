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
    public override string Title => "Tanh";

    /// <inheritdoc/>
    public override string Formula => "tanh({x})";

    /// <inheritdoc/>
    public override string Meaning => "Bends every number into the range from −1 to 1.";

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Tanh(x);
}
