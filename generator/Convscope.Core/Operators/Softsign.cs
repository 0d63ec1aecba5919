using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary><c>x / (1 + |x|)</c>. https://onnx.ai/onnx/operators/onnx__Softsign.html</summary>
[OnnxOperator("Softsign", Axes = AxisRule.Cellwise)]
public sealed class Softsign : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public Softsign(NodeDescription node) => _ = node;

    /// <inheritdoc/>
    public override string Kind => "softsign";

    /// <inheritdoc/>
    public override Phrase Formula => "{x} / (1 + |{x}|)";

    /// <inheritdoc/>
    public override double Apply(double x) => x / (1 + Math.Abs(x));
}
