using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The quotient of two operands, cell by cell. https://onnx.ai/onnx/operators/onnx__Div.html</summary>
[OnnxOperator("Div", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting)]
public sealed class Div : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Div(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The quotient of inputs and, if there is one, a constant.</summary>
    public Div(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "div";

    /// <inheritdoc/>
    public override Joining Joins => Joining.Quotient;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x.Aggregate((quotient, number) => quotient / number));

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var quotient = values[0];
        foreach (var value in values[1..]) quotient /= value;
        return quotient;
    }
}
