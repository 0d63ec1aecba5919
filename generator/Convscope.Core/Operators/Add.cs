using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The sum of its operands, cell by cell: the shortcut of a residual block.
/// https://onnx.ai/onnx/operators/onnx__Add.html, https://onnx.ai/onnx/operators/onnx__Sum.html
/// </summary>
[OnnxOperator("Add", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting)]
[OnnxOperator("Sum", Axes = AxisRule.Operands)]
public sealed class Add : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Add(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The sum of inputs and, if there is one, a constant.</summary>
    public Add(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "add";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override Joining Joins => Joining.Sum;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        var sum = values[0];
        foreach (var value in values[1..]) sum += value;
        return sum;
    }

    /// <inheritdoc/>
    protected override double Magnitude(ReadOnlySpan<double> values, double exact) => SumOfMagnitudes(values);
}
