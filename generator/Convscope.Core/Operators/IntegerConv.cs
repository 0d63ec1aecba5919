using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Convolution of whole numbers: https://onnx.ai/onnx/operators/onnx__QLinearConv.html,
/// https://onnx.ai/onnx/operators/onnx__ConvInteger.html,
/// and a convolution between dequantised numbers. Padding counts as what stands for 0.
/// </summary>
[OnnxOperator("QLinearConv", Axes = AxisRule.ChannelsFirst, WeightsAt = [3, 8], TakesTypes = true)]
[OnnxOperator("ConvInteger", Axes = AxisRule.ChannelsFirst, WeightsAt = [1], TakesTypes = true)]
public sealed class IntegerConv : IntegerSum, IHasKernels, IHasWindow
{
    private readonly Conv _conv;

    /// <summary>Reads a node. Behind the inputs of <c>ConvInteger</c> may stand the factor and the bias of the nodes after it.</summary>
    /// <exception cref="NotSupportedException">The weights or a step are computed, or the kernel has another number of axes.</exception>
    public IntegerConv(NodeDescription node)
        : base(CentreOf(node, 2), EndingOf(node))
    {
        var isLinear = node.OpType == "QLinearConv";
        if (!node.Constants.TryGetValue(isLinear ? 3 : 1, out var weights) || weights.Sizes.Count is not (3 or 4)
            || node.InputShapes.Count > 2)
            throw new NotSupportedException();
        var (units, size) = (weights.Sizes[0], weights.Values.Length / weights.Sizes[0]);
        var centred = CentredWeights(weights, node.Constants.GetValueOrDefault(isLinear ? 5 : 3), i => i / size);
        HasBias = node.Constants.TryGetValue(8, out var bias) && isLinear;
        _conv = new(centred, HasBias ? bias!.Values : new float[units], weights.Sizes[1], Window.From(node, [.. weights.Sizes.Skip(2)]),
            (int)node.Int("group", 1));
    }

    /// <inheritdoc/>
    public override string Kind => "integer-conv";

    /// <inheritdoc/>
    public Window Window => _conv.Window;

    /// <inheritdoc/>
    public int InputsPerGroup => _conv.InputsPerGroup;

    /// <inheritdoc/>
    public int KernelHeight => _conv.KernelHeight;

    /// <inheritdoc/>
    public int KernelWidth => _conv.KernelWidth;

    /// <inheritdoc/>
    public int Listed => _conv.Listed;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Weights => _conv.Weights;

    /// <inheritdoc/>
    public ImmutableArray<int> WeightsOfUnit => _conv.WeightsOfUnit;

    /// <inheritdoc/>
    public bool HasBias { get; }

    /// <inheritdoc/>
    public override long Parameters => _conv.Weights.Length + (HasBias ? _conv.Units : 0);

    /// <inheritdoc/>
    public float Bias(int unit) => _conv.Bias(unit);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Kernel(int unit, int i) => _conv.Kernel(unit, i);

    /// <inheritdoc/>
    public int InputChannelOf(int unit, int i) => _conv.InputChannelOf(unit, i);

    /// <inheritdoc/>
    protected override IReadOnlyList<Setting> SumSettings => _conv.Settings;

    private protected override Operator Inner => _conv;

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) =>
        Explained(_conv.Parts(Centred(inputs), cell), _conv.Bias(cell.Unit), inputs, output, cell);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, IReadOnlySet<int> shown) =>
        Explained(ChannelFold.Of(_conv.Parts(Centred(inputs), cell), shown, Listed), _conv.Bias(cell.Unit), inputs, output, cell);

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { window = Window.Describe(), groups = _conv.Groups, centre = Zero, ending = Ending.Describe() },
        ("weights", _conv.Weights.ToArray()), ("bias", Enumerable.Range(0, _conv.Units).Select(_conv.Bias).ToArray()));

    /// <inheritdoc/>
    public override object? Describe(int unit) =>
        Describe(unit, Enumerable.Range(0, InputsPerGroup).Select(i => InputChannelOf(unit, i)).ToHashSet());

    /// <inheritdoc/>
    public override object? Describe(int unit, IReadOnlySet<int> listed) =>
        new { sum = _conv.Describe(unit, listed), centre = Zero, ending = Ending.Describe(unit) };

    private static SumEnding EndingOf(NodeDescription node) =>
        node.OpType == "QLinearConv" ? Multiplied(node, 1, 4, 6).With(node.Constants.GetValueOrDefault(9)) : Whole(node);
}
