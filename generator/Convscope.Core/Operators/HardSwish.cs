namespace Convscope.Core.Operators;

/// <summary>Piecewise swish: <c>x max(0, min(1, x / 6 + 0.5))</c>. https://onnx.ai/onnx/operators/onnx__HardSwish.html</summary>
[OnnxOperator("HardSwish", Axes = AxisRule.Cellwise)]
public sealed class HardSwish : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public HardSwish(NodeDescription node) => _ = node;

    /// <inheritdoc/>
    public override string Kind => "hard-swish";

    /// <inheritdoc/>
    public override string Title => "Hard swish";

    /// <inheritdoc/>
    public override string Formula => "{x} × max(0, min(1, {x} / 6 + 0.5))";

    /// <inheritdoc/>
    public override string Meaning => "Each number times a gate between 0 and 1 that opens from −3 to 3.";

    /// <inheritdoc/>
    public override double Apply(double x) => x * Math.Clamp((x / 6) + 0.5, 0, 1);
}
