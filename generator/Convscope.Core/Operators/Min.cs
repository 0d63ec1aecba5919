using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The smallest of its operands, cell by cell. https://onnx.ai/onnx/operators/onnx__Min.html</summary>
[OnnxOperator("Min", Axes = AxisRule.Operands)]
public sealed class Min : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Min(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The smallest of inputs and, if there is one, a constant.</summary>
    public Min(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "min";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Chosen(e, x => x.Min());

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var smallest = values[0];
        foreach (var value in values[1..]) smallest = Math.Min(smallest, value);
        return smallest;
    }
}
