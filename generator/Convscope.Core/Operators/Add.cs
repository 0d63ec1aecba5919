using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Adds the outputs of several layers cell by cell: the shortcut of a residual block.
/// https://onnx.ai/onnx/operators/onnx__Add.html
/// </summary>
[OnnxOperator("Add")]
public sealed class Add : Operator
{
    /// <summary>Reads a node.</summary>
    /// <exception cref="NotSupportedException">An operand is constant, or the shapes differ.</exception>
    public Add(NodeDescription node)
    {
        if (node.Constants.Count > 0 || node.InputShapes.Any(shape => !shape.Equals(node.OutputShape))) throw new NotSupportedException();
    }

    /// <summary>The sum of equal shapes.</summary>
    public Add()
    {
    }

    /// <inheritdoc/>
    public override string Kind => "add";

    /// <inheritdoc/>
    public override string Title => "Addition";

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs.All(shape => shape.Equals(inputs[0])) ? inputs[0] : throw new ArgumentException($"shapes {string.Join(" and ", inputs)} can't be added");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var output = new double[inputs[0].Shape.Count];
        foreach (var input in inputs)
        {
            for (var i = 0; i < output.Length; i++) output[i] += input.Values[i];
        }

        return output;
    }

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => output;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var parts = inputs.Select((input, i) => new SumPart(i, cell.Unit, [new(input[cell], null, cell)])).ToList();
        return SumExplanation.Of(Kind, cell, parts, null, output[cell], Decimals.ForMagnitude(output.Magnitude));
    }
}
