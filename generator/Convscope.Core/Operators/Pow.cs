using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The first operand to the power of the second, cell by cell. https://onnx.ai/onnx/operators/onnx__Pow.html</summary>
[OnnxOperator("Pow", Axes = AxisRule.Operands, Form = NodeForm.Broadcasting)]
public sealed class Pow : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Pow(NodeDescription node)
        : base(node)
    {
    }

    /// <summary>The power of inputs and, if there is one, a constant.</summary>
    public Pow(Tensor? constant = null, int place = 1)
        : base(constant, place)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "pow";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => Math.Pow(x[0], x[1]));

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values)
    {
        return Math.Pow(values[0], values[1]);
    }

    /// <inheritdoc/>
    protected override double Magnitude(ReadOnlySpan<double> values, double exact) =>
        Math.Abs(exact) * (4 + Math.Abs(values[1] * Math.Log(Math.Max(Math.Abs(values[0]), Rounding.Least))));
}
