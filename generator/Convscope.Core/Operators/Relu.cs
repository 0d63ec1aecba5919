using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Rectified linear unit: <c>max(0, x)</c>. https://onnx.ai/onnx/operators/onnx__Relu.html</summary>
[OnnxOperator("Relu", Axes = AxisRule.Cellwise)]
public sealed class Relu : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public Relu(NodeDescription node) => _ = node;

    /// <summary>The function itself.</summary>
    public Relu()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "relu";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override Phrase Formula => "max(0, {x})";

    /// <inheritdoc/>
    public override double Apply(double x) => Math.Max(0, x);
}
