using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Batch normalisation as it is used after training: one factor and one offset a unit, from the statistics that training left.
/// https://onnx.ai/onnx/operators/onnx__BatchNormalization.html
/// </summary>
[OnnxOperator("BatchNormalization")]
public sealed class BatchNorm : Operator
{
    private readonly double[] _factor;
    private readonly double[] _offset;

    /// <summary>Folds scale, bias, mean and variance into <c>factor * x + offset</c>.</summary>
    /// <exception cref="NotSupportedException">One of them is computed, or the node is in training mode.</exception>
    public BatchNorm(NodeDescription node)
    {
        if (!Enumerable.Range(1, 4).All(node.Constants.ContainsKey) || node.Int("training_mode", 0) != 0) throw new NotSupportedException();
        float[] scale = node.Constants[1].Values, bias = node.Constants[2].Values, mean = node.Constants[3].Values, variance = node.Constants[4].Values;
        double epsilon = node.Float("epsilon", 1e-5f);
        _factor = [.. scale.Select((s, unit) => s / Math.Sqrt(variance[unit] + epsilon))];
        _offset = [.. bias.Select((b, unit) => b - (_factor[unit] * mean[unit]))];
    }

    /// <inheritdoc/>
    public override string Kind => "batch-norm";

    /// <inheritdoc/>
    public override string Title => "Batch normalisation";

    /// <inheritdoc/>
    public override long Parameters => 4L * _factor.Length;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Units == _factor.Length ? inputs[0] : throw new ArgumentException($"{_factor.Length} units are normalised, but there are {inputs[0].Units}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var size = inputs[0].Shape.MapSize;
        return [.. inputs[0].Values.Select((x, i) => (_factor[i / size] * x) + _offset[i / size])];
    }

    /// <inheritdoc/>
    public override Region InputRegion(int input, Region output, Shape inputShape) => output;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var part = new SumPart(0, cell.Unit, [new(inputs[0][cell], _factor[cell.Unit], cell)]);
        return SumExplanation.Of(Kind, cell, [part], _offset[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { factor = _factor[unit], offset = _offset[unit] };
}
