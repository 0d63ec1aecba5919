using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The second operand where the first is true, which is 1, and the third elsewhere.
/// https://onnx.ai/onnx/operators/onnx__Where.html</summary>
[OnnxOperator("Where", Axes = AxisRule.Operands, TakesTypes = true)]
public sealed class Where : Elementwise
{
    /// <summary>Reads a node.</summary>
    public Where(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "where";

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Of(e, x => x[0] != 0 ? x[1] : x[2]);

    /// <summary>Nothing is rounded.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values) => values[0] != 0 ? values[1] : values[2];
}
