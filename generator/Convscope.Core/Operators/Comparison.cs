using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Compares two operands cell by cell: 1 where it is true, 0 where it isn't. https://onnx.ai/onnx/operators/onnx__Greater.html and the
/// like.
/// </summary>
public abstract class Comparison : Elementwise
{
    /// <summary>Reads a node.</summary>
    protected Comparison(NodeDescription node)
        : base(node)
    {
    }

    /// <inheritdoc/>
    public override bool IsSigned => false;

    /// <summary>Nothing is rounded.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => new double[exact.Length];

    /// <summary>1 or 0.</summary>
    protected override int ResultDecimals(Tensor output) => 0;

    /// <summary>Those of the operands' own size.</summary>
    protected override int LeastDecimals(IReadOnlyList<Tensor> operands) =>
        Decimals.ForMagnitude(operands.Max(operand => operand.Magnitude));

    /// <summary>Whether it is true of two numbers.</summary>
    protected abstract bool Holds(double a, double b);

    /// <inheritdoc/>
    protected override double Combine(ReadOnlySpan<double> values) => Holds(values[0], values[1]) ? 1 : 0;
}
