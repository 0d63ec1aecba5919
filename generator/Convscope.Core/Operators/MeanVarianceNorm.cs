using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Mean-variance normalisation: each map, or all of them together, with its own mean and variance, and nothing learned.
/// https://onnx.ai/onnx/operators/onnx__MeanVarianceNormalization.html
/// </summary>
[OnnxOperator("MeanVarianceNormalization", Axes = AxisRule.ChannelsFirst)]
public sealed class MeanVarianceNorm : Normalisation
{
    /// <summary>ONNX adds a billionth to the root, which tells only where the variance is zero: there the root of this is as
    /// much.</summary>
    private const float Least = 1e-18f;

    private readonly bool _isOverUnits;

    /// <summary>Reads over which axes.</summary>
    /// <exception cref="NotSupportedException">It is neither over each map nor over all.</exception>
    public MeanVarianceNorm(NodeDescription node)
        : base(Least, null, null)
    {
        var rank = node.OnlyInput.Sizes.Length + 1;
        int[] axes = [.. (node.Ints("axes") ?? [0, 2, 3]).Select(axis => axis < 0 ? axis + rank : axis).Where(axis => axis > 0).Order()];
        _isOverUnits = axes.SequenceEqual([1, 2, 3]);
        if (rank != 4 || (!_isOverUnits && !axes.SequenceEqual([2, 3]))) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "mean-variance-norm";

    /// <inheritdoc/>
    public override OperatorDescription Describe() => Described(new { epsilon = Epsilon, isOverUnits = _isOverUnits });

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new AxisReading(
        _isOverUnits ? _ => AxisTaps.All(inputShape.Units) : AxisReading.Itself,
        _ => AxisTaps.All(inputShape.Height), _ => AxisTaps.All(inputShape.Width));

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Statistics(Tensor input, int unit) => StatisticsOf(Of(input, unit));

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Uncertainty(Tensor input, int unit) => UncertaintyOf(Of(input, unit));

    private ReadOnlySpan<float> Of(Tensor input, int unit) => _isOverUnits ? input.Values : input.Map(unit);
}
