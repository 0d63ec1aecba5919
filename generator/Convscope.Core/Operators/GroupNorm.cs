using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Group normalisation: the mean and the variance of a group of maps, on this very picture (Wu and He 2018); with one group for all,
/// and for a vector, layer normalisation (Ba et al. 2016). https://onnx.ai/onnx/operators/onnx__GroupNormalization.html,
/// https://onnx.ai/onnx/operators/onnx__LayerNormalization.html
/// </summary>
[Kinds("group-norm", "layer-norm")]
[OnnxOperator("GroupNormalization", "LayerNormalization")]
public sealed class GroupNorm : Normalisation
{
    private readonly int _groups;
    private readonly bool _isLayer;

    /// <summary>Reads epsilon, scale, shift and the number of groups.</summary>
    /// <exception cref="NotSupportedException">Scale or shift is computed, or not one number a unit or group.</exception>
    public GroupNorm(NodeDescription node)
        : base(node.Float("epsilon", 1e-5f), OneAUnit(node, 1), OneAUnit(node, 2))
    {
        _isLayer = node.OpType == "LayerNormalization";
        _groups = Groups(node);
        if (_isLayer && !node.OutputShape.IsVector) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => _isLayer ? "layer-norm" : "group-norm";

    /// <inheritdoc/>
    public override bool IsPerUnit => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        _isLayer ? base.Settings : [new("groups", _groups), .. base.Settings];

    /// <inheritdoc/>
    public override OperatorDescription Describe() => Described(new { epsilon = Epsilon, groups = _groups });

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape)
    {
        var size = inputShape.Units / _groups;
        return new AxisReading(unit => new(unit / size * size, size), _ => AxisTaps.All(inputShape.Height), _ =>
            AxisTaps.All(inputShape.Width));
    }

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Statistics(Tensor input, int unit) => StatisticsOf(GroupOf(input, unit));

    /// <inheritdoc/>
    protected override (double Mean, double Variance) Uncertainty(Tensor input, int unit) => UncertaintyOf(GroupOf(input, unit));

    private ReadOnlySpan<float> GroupOf(Tensor input, int unit)
    {
        var size = input.Values.Length / _groups;
        return input.Values.AsSpan(unit * input.Shape.MapSize / size * size, size);
    }

    private static int Groups(NodeDescription node) => node.OpType == "LayerNormalization" ? 1 : checked((int)node.Int("num_groups", 1));

    /// <summary>Since opset 21 one number a unit, in 18 one a group.</summary>
    private static float[]? OneAUnit(NodeDescription node, int input)
    {
        if (node.InputShapes.Count > 1) throw new NotSupportedException();
        if (!node.Constants.TryGetValue(input, out var constant)) return null;
        var units = node.OutputShape.Units;
        if (constant.Values.Length == units) return constant.Values;
        if (constant.Values.Length != Groups(node)) throw new NotSupportedException();
        return [.. Enumerable.Range(0, units).Select(unit => constant.Values[unit * constant.Values.Length / units])];
    }
}
