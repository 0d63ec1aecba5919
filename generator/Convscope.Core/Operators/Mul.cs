using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The product of its operands, cell by cell: a scale, a gate. https://onnx.ai/onnx/operators/onnx__Mul.html</summary>
[OnnxOperator("Mul", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting)]
public sealed class Mul : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Mul(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The product of inputs and, if there is one, a constant.</summary>
    public Mul(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "mul";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Product;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) =>
        e.Expect("the product", e.Operands.Aggregate(ShownNumber.One, (product, term) => product * term.X), e.Result);

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var product = values[0];
        foreach (var value in values[1..]) product *= value;
        return product;
    }
}
