using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>The network's input: the preprocessed picture. It computes nothing.</summary>
/// <param name="shape">Shape <c>(C, H, W)</c> of the preprocessed picture.</param>
public sealed class Input(Shape shape) : Operator
{
    /// <inheritdoc/>
    public override string Kind => "input";

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => shape;

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => null;

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) => null;
}
