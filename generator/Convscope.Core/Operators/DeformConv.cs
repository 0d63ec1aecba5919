using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Deformable convolution (Dai et al. 2017; with a mask, Zhu et al. 2019): each weight of the kernel reads where a computed offset moves
/// it, between four cells, and may be scaled by a computed mask. https://onnx.ai/onnx/operators/onnx__DeformConv.html
/// </summary>
[OnnxOperator("DeformConv", Axes = AxisRule.ChannelsFirst)]
public sealed class DeformConv : Operator, IMayStandStill
{
    /// <summary>How many input channels an equation writes out.</summary>
    private const int Listed = 4;

    private static readonly GridPlace Between = new("linear", "zeros", true);

    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly bool _hasBias;
    private readonly int _units;
    private readonly int _inputsPerGroup;
    private readonly int _groups;
    private readonly int _offsetGroups;
    private readonly Shape _input;
    private readonly Window _window;

    /// <summary>Reads weights <c>(units, inputs / groups, rows, columns)</c> and an optional bias; maps, offsets and mask are
    /// computed.</summary>
    /// <exception cref="NotSupportedException">Weights are computed, or offsets or mask are constant.</exception>
    public DeformConv(NodeDescription node)
    {
        if (!node.Constants.TryGetValue(1, out var weights) || weights.Sizes.Count != 4 || node.InputShapes.Count is not (2 or 3)
            || node.Constants.Keys.Any(at => at is not (1 or 3))) throw new NotSupportedException();
        (_input, _window) = (node.InputShapes[0], Window.From(node, [.. weights.Sizes.Skip(2)]));
        (_weights, _units, _inputsPerGroup) = (weights.Values, weights.Sizes[0], weights.Sizes[1]);
        (_groups, _offsetGroups) = ((int)node.Int("group", 1), (int)node.Int("offset_group", 1));
        (_bias, _hasBias) = node.Constants.TryGetValue(3, out var bias) ? (bias.Values, true) : (new float[_units], false);
        if (_input.Units != _inputsPerGroup * _groups || _input.Units % _offsetGroups != 0
            || node.InputShapes[1].Units != 2 * _offsetGroups * KernelSize) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "deform-conv";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <summary>The offsets of every weight would have to be on the page.</summary>
    public bool StandsStill => true;

    /// <inheritdoc/>
    public override long Parameters => _weights.Length + (_hasBias ? _bias.Length : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) => (long)output.Count * _inputsPerGroup * KernelSize;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _groups == 1 ? _window.Settings : [.. _window.Settings, new("groups", _groups)];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => _window.Output(_units, inputs[0]);

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs, cell => At(inputs, cell).Exact);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) => Each(inputs, cell => At(inputs, cell).Bound);

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs) => cell => At(inputs, cell);

    /// <summary>At most all of the maps; the offsets, and the mask, at its own place.</summary>
    public override Reading ReadingOf(int input, Shape inputShape) => input > 0
        ? AxisReading.Same with { Units = _ => AxisTaps.All(inputShape.Units) }
        : new ComputedReading(new(unit => new(ChannelOf(unit, 0), _inputsPerGroup), _ => AxisTaps.All(inputShape.Height),
            _ => AxisTaps.All(inputShape.Width)));

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) =>
        Explain(inputs, output, cell, Enumerable.Range(0, _input.Units).ToHashSet());

    /// <summary>One part a channel: for each weight four cells, each with the weight, how near it is, and the mask multiplied.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, IReadOnlySet<int> shown)
    {
        SumPart[] parts = [.. Enumerable.Range(0, _inputsPerGroup).Select(i => new SumPart(
            0, ChannelOf(cell.Unit, i), [.. Terms(inputs, cell, i)]) { Rows = KernelSize, Columns = Between.Count * Between.Count })];
        return SumExplanation.Of(
            Kind, cell, ChannelFold.Of(parts, shown, Listed), _bias[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { window = _window.Describe(), groups = _groups, offsetGroups = _offsetGroups, inputs = _inputsPerGroup },
        ("weights", _weights), ("bias", _bias));

    /// <inheritdoc/>
    public override IReadOnlyList<double> Strengths(int unit) => [.. Enumerable.Range(0, _inputsPerGroup).Select(i =>
        _weights.Skip(((unit * _inputsPerGroup) + i) * KernelSize).Take(KernelSize).Average(weight => (double)weight))];

    private int KernelSize => _window.Rows.Kernel * _window.Columns.Kernel;

    private int ChannelOf(int unit, int i) => (unit / (_units / _groups) * _inputsPerGroup) + i;

    private double[] Each(IReadOnlyList<Tensor> inputs, Func<Cell, double> at)
    {
        var shape = OutputShape([inputs[0].Shape]);
        return [.. Enumerable.Range(0, shape.Count).Select(i => at(shape.CellAt(i)))];
    }

    /// <summary>A place is a sum that is rounded, and so less exact the larger the map.</summary>
    private Recomputed At(IReadOnlyList<Tensor> inputs, Cell cell)
    {
        double sum = _bias[cell.Unit], magnitude = Math.Abs(sum), moved = 0;
        for (var i = 0; i < _inputsPerGroup; i++)
        {
            foreach (var place in Terms(inputs, cell, i).Chunk(Between.Count * Between.Count))
            {
                // What the weight is shared out by adds up to 1.
                moved += place.Sum(term => Math.Abs(term.X)) * place.Sum(term => Math.Abs(term.W!.Value));
                sum += place.Sum(term => term.X * term.W!.Value);
                magnitude += place.Sum(term => Math.Abs(term.X * term.W!.Value));
            }
        }

        var farthest = Math.Max(_input.Height, _input.Width);
        var rounded = Rounding.OfSum(sum, magnitude, 4 * _inputsPerGroup * KernelSize);
        return new(sum, rounded + (4 * Rounding.Unit * farthest * moved));
    }

    private IEnumerable<SumTerm> Terms(IReadOnlyList<Tensor> inputs, Cell cell, int i)
    {
        var channel = ChannelOf(cell.Unit, i);
        var first = channel / (_input.Units / _offsetGroups) * KernelSize;
        for (var k = 0; k < KernelSize; k++)
        {
            var (down, across) = Math.DivRem(k, _window.Columns.Kernel);
            float Moved(int which) => inputs[1][cell with { Unit = (2 * (first + k)) + which }];
            var row = _window.Rows.Start(cell.Row) + (down * _window.Rows.Dilation) + Moved(0);
            var column = _window.Columns.Start(cell.Column) + (across * _window.Columns.Dilation) + Moved(1);
            double weight = _weights[(((cell.Unit * _inputsPerGroup) + i) * KernelSize) + k];
            if (inputs.Count > 2) weight *= inputs[2][cell with { Unit = first + k }];
            foreach (var tap in Between.Taps(row, column, _input))
            {
                var from = new Cell(channel, tap.Row, tap.Column);
                yield return new(tap.IsPadding ? 0 : inputs[0][from], weight * tap.Weight, from, tap.IsPadding);
            }
        }
    }
}
