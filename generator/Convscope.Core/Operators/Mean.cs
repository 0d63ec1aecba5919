using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The mean of its operands, cell by cell. https://onnx.ai/onnx/operators/onnx__Mean.html</summary>
[OnnxOperator("Mean", Axes = AxisRule.Operands)]
public sealed class Mean : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Mean(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The mean of inputs and, if there is one, a constant.</summary>
    public Mean(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "mean";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x.Average());

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var sum = values[0];
        foreach (var value in values[1..]) sum += value;
        return sum / values.Length;
    }

    /// <inheritdoc/>
    protected override double Magnitude(ReadOnlySpan<double> values, double exact) => SumOfMagnitudes(values) / values.Length;
}
