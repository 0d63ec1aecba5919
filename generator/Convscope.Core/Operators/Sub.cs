using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The difference of two operands, cell by cell. https://onnx.ai/onnx/operators/onnx__Sub.html</summary>
[OnnxOperator("Sub", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting)]
public sealed class Sub : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Sub(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The difference of two inputs, or of one and a constant.</summary>
    public Sub(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "sub";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Difference;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) =>
        e.Expect("the difference", e.Operands.Select(term => term.X).Aggregate((difference, x) => difference - x), e.Result);

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var difference = values[0];
        foreach (var value in values[1..]) difference -= value;
        return difference;
    }

    /// <inheritdoc/>
    protected override double Magnitude(ReadOnlySpan<double> values, double exact) => SumOfMagnitudes(values);
}
