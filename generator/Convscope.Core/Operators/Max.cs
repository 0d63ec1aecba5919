using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The largest of its operands, cell by cell. https://onnx.ai/onnx/operators/onnx__Max.html</summary>
[OnnxOperator("Max", Axes = AxisRule.Operands)]
public sealed class Max : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Max(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The largest of inputs and, if there is one, a constant.</summary>
    public Max(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "max";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Chosen(e, x => x.Max());

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var largest = values[0];
        foreach (var value in values[1..]) largest = Math.Max(largest, value);
        return largest;
    }
}
