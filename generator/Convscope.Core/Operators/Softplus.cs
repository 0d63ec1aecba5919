using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary><c>ln(1 + exp(x))</c>. https://onnx.ai/onnx/operators/onnx__Softplus.html</summary>
[OnnxOperator("Softplus", Axes = AxisRule.Cellwise)]
public sealed class Softplus : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public Softplus(NodeDescription node) => _ = node;

    /// <inheritdoc/>
    public override string Kind => "softplus";

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <inheritdoc/>
    public override Phrase Formula => "ln(1 + exp({x}))";

    /// <inheritdoc/>
    public override double Apply(double x) => x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x));
}
