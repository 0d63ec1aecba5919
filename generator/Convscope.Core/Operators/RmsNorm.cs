using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Root-mean-square normalisation of a vector: it is divided by the root of the mean of its squares, and nothing is taken off before
/// (Zhang and Sennrich 2019). https://onnx.ai/onnx/operators/onnx__RMSNormalization.html
/// </summary>
[OnnxOperator("RMSNormalization")]
public sealed class RmsNorm : Normalisation
{
    /// <summary>Reads epsilon and the scale.</summary>
    /// <exception cref="NotSupportedException">It isn't of a vector, or the scale is computed or not one number an input.</exception>
    public RmsNorm(NodeDescription node)
        : base(node.Float("epsilon", 1e-5f), ScaleOf(node), null)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "rms-norm";

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => AxisReading.Same with { Units = _ => AxisTaps.All(inputShape.Units) };

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Statistics(Tensor input, int unit) =>
        (0, input.Values.Sum(value => (double)value * value) / input.Values.Length);

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Uncertainty(Tensor input, int unit) => (0, UncertaintyOf(input.Values).Variance);

    private static float[] ScaleOf(NodeDescription node) =>
        node.OnlyInput.IsVector && node.Constants.TryGetValue(1, out var scale) && scale.Values.Length == node.OnlyInput.Units
            ? scale.Values : throw new NotSupportedException();
}
