using Convscope.Core.Texts;

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
    public override Phrase Formula => "{x} × max(0, min(1, {x} / 6 + 0.5))";

    /// <inheritdoc/>
    public override double Apply(double x) => x * Math.Clamp((x / 6) + 0.5, 0, 1);
}
