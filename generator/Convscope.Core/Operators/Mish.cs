using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary><c>x tanh(ln(1 + exp(x)))</c> (Misra 2019). https://onnx.ai/onnx/operators/onnx__Mish.html</summary>
[OnnxOperator("Mish", Axes = AxisRule.Cellwise)]
public sealed class Mish : Activation
{
    /// <summary>Reads a node; there is nothing to read.</summary>
    public Mish(NodeDescription node) => _ = node;

    /// <inheritdoc/>
    public override string Kind => "mish";

    /// <inheritdoc/>
    public override Phrase Formula => "{x} × tanh(ln(1 + exp({x})))";

    /// <inheritdoc/>
    public override double Apply(double x) => x * Math.Tanh(x > 0 ? x + Math.Log(1 + Math.Exp(-x)) : Math.Log(1 + Math.Exp(x)));
}
