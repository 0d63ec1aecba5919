using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>An operator that isn't explained yet: it still gets its pictures and its page.</summary>
/// <param name="onnxType">The ONNX operator type. Hostile until escaped.</param>
/// <param name="shape">Its output shape, found by running.</param>
public sealed class Unexplained(string onnxType, Shape shape) : Operator
{
    /// <inheritdoc/>
    public override string Kind => "unexplained";

    /// <inheritdoc/>
    public override string Title => onnxType;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => shape;

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => null;

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => Region.All(inputShape);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) => null;
}
