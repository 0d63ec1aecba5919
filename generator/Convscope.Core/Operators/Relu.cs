using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>Rectified linear unit: <c>max(0, x)</c>. https://onnx.ai/onnx/operators/onnx__Relu.html</summary>
[OnnxOperator("Relu", Axes = AxisRule.Cellwise)]
public sealed class Relu : Activation, IPractised
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

    /// <inheritdoc/>
    public bool IsPractised => true;

    /// <inheritdoc/>
    public Exercise? Practise(Tensor input, Tensor output, Cell cell)
    {
        var x = Written.Rounded(input[cell], Decimals.ForMagnitude(input.Magnitude));
        if (x.Value == 0 || !double.IsFinite(x.Value)) return null;
        var y = x with { Exact = Math.Max(0, x.Value) };
        return Exercise.Of(new("pr_ask_relu"), [GivenNumbers.One("pr_before", x)], y, [$"max(0; {x.Shown}) = {y.Shown}"],
            new("below_kept", x.Value < 0 ? x.Value : double.NaN), new("sign_dropped", -x.Value), new("above_lost", 0));
    }
}
