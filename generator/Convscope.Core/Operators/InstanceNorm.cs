using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Instance normalisation: each map with its own mean and variance, on this very picture (Ulyanov et al. 2016).
/// https://onnx.ai/onnx/operators/onnx__InstanceNormalization.html
/// </summary>
[OnnxOperator("InstanceNormalization", Axes = AxisRule.ChannelsFirst)]
public sealed class InstanceNorm : Normalisation
{
    /// <summary>Reads epsilon, scale and shift.</summary>
    /// <exception cref="NotSupportedException">Scale or shift is computed.</exception>
    public InstanceNorm(NodeDescription node)
        : base(node.Float("epsilon", 1e-5f), Vector(node, 1), Vector(node, 2))
    {
    }

    /// <inheritdoc/>
    public override string Kind => "instance-norm";

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        new AxisReading(AxisReading.Itself, _ => AxisTaps.All(inputShape.Height), _ => AxisTaps.All(inputShape.Width));

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Statistics(Tensor input, int unit) => StatisticsOf(input.Map(unit));

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Uncertainty(Tensor input, int unit) => UncertaintyOf(input.Map(unit));

    private static float[] Vector(NodeDescription node, int input) =>
        node.Constants.TryGetValue(input, out var constant) ? constant.Values : throw new NotSupportedException();
}
