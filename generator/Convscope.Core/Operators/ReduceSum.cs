using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The sum of every map, or of its rows or columns. https://onnx.ai/onnx/operators/onnx__ReduceSum.html</summary>
[OnnxOperator("ReduceSum", Axes = AxisRule.NamedAxes, Form = NodeForm.Reduction)]
public sealed class ReduceSum : Pool
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">It adds up over units, or what it adds up over is computed.</exception>
    public ReduceSum(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "reduce-sum";

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        SumTerm[] terms = [.. Terms(inputs[0], cell, null)];
        return SumExplanation.Of(Kind, cell, Readable(cell, terms), null, output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell) => Terms(input, cell, null).Sum(term => term.X);

    /// <inheritdoc/>
    protected override double Bound(Tensor input, Cell cell, double exact) => Rounding.OfSum(exact, MagnitudeOf(input, cell), Size);
}
