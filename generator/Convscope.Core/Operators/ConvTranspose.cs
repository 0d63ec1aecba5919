using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Transposed convolution: every cell of the input lays the kernel, times its value, over the output, and what lies over one
/// another is added up. https://onnx.ai/onnx/operators/onnx__ConvTranspose.html
/// </summary>
[OnnxOperator("ConvTranspose", Axes = AxisRule.ChannelsFirst)]
public sealed class ConvTranspose : Operator, IHasKernels, ISpreads
{
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly int _units;
    private readonly int _groups;
    private readonly Setting[] _settings;

    /// <summary>Reads weights <c>(inputs, units / groups, rows, columns)</c> and an optional bias.</summary>
    /// <exception cref="NotSupportedException">The weights are computed, or the input isn't maps.</exception>
    public ConvTranspose(NodeDescription node)
    {
        if (!node.Constants.TryGetValue(1, out var weights) || weights.Sizes.Count != 4 || node.InputShapes.Count != 1
            || node.InputShapes[0].Sizes.Length != 3)
            throw new NotSupportedException();
        _groups = (int)node.Int("group", 1);
        (InputsPerGroup, _units, KernelHeight, KernelWidth) =
            (weights.Sizes[0] / _groups, weights.Sizes[1] * _groups, weights.Sizes[2], weights.Sizes[3]);
        _weights = ByUnit(weights.Values, weights.Sizes[1]);
        (_bias, HasBias) = node.Constants.TryGetValue(2, out var bias) ? (bias.Values, true) : (new float[_units], false);
        (Rows, Columns) = (SpreadOf(node, 0, KernelHeight), SpreadOf(node, 1, KernelWidth));
        _settings = [.. SettingsOf(node)];
    }

    /// <inheritdoc/>
    public override string Kind => "conv-transpose";

    /// <inheritdoc/>
    public override long Parameters => _weights.Length + (HasBias ? _bias.Length : 0);

    /// <inheritdoc/>
    public ImmutableArray<int> WeightsOfUnit => [InputsPerGroup, KernelHeight, KernelWidth];

    /// <inheritdoc/>
    public bool HasBias { get; }

    /// <inheritdoc/>
    public float Bias(int unit) => _bias[unit];

    /// <inheritdoc/>
    public Spread Rows { get; }

    /// <inheritdoc/>
    public Spread Columns { get; }

    /// <inheritdoc/>
    public override bool IsPerUnit => InputsPerGroup == 1 && _groups == _units;

    /// <inheritdoc/>
    public int InputsPerGroup { get; }

    /// <inheritdoc/>
    public int KernelHeight { get; }

    /// <inheritdoc/>
    public int KernelWidth { get; }

    /// <inheritdoc/>
    public int Listed => Math.Clamp(400 / Math.Max(1, Rows.Most * Columns.Most), 3, 16);

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) =>
        (long)inputs[0].Count * (_units / _groups) * KernelHeight * KernelWidth;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Weights => _weights;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => _settings;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Kernel(int unit, int i) =>
        _weights.AsSpan(((unit * InputsPerGroup) + i) * KernelHeight * KernelWidth, KernelHeight * KernelWidth);

    /// <inheritdoc/>
    public int InputChannelOf(int unit, int i) => (unit / (_units / _groups) * InputsPerGroup) + i;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) =>
        inputs[0].Sizes.Length == 3 && inputs[0].Units == InputsPerGroup * _groups ? new(_units, Rows.Size, Columns.Size)
        : throw new ArgumentException($"the kernels read maps of {InputsPerGroup * _groups} channels, not {inputs[0]}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Sums(inputs[0], value => value);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var bounds = Sums(inputs[0], value => Math.Abs(value));
        for (var i = 0; i < bounds.Length; i++) bounds[i] = Rounding.OfSum(exact[i], bounds[i], Terms);
        return bounds;
    }

    /// <summary>At most how many numbers a cell adds up.</summary>
    private int Terms => (InputsPerGroup * Rows.Most * Columns.Most) + 1;

    /// <summary>What lies over one another added up, each number taken as it is or without its sign.</summary>
    private double[] Sums(Tensor input, Func<float, double> taken)
    {
        var wide = Array.ConvertAll(input.Values, value => taken(value));
        var (size, cells) = (Rows.Size * Columns.Size, input.Shape.MapSize);
        var output = new double[_units * size];
        for (var unit = 0; unit < _units; unit++)
        {
            var map = output.AsSpan(unit * size, size);
            map.Fill(taken(_bias[unit]));
            for (var i = 0; i < InputsPerGroup; i++)
            {
                var channel = wide.AsSpan(InputChannelOf(unit, i) * cells, cells);
                for (var k = 0; k < KernelHeight * KernelWidth; k++) Lay(map, channel, input.Shape.Width, k, taken(Kernel(unit, i)[k]));
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new AxisReading(
        unit => new(InputChannelOf(unit, 0), InputsPerGroup), Rows.Reads, Columns.Reads);

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs) => cell =>
    {
        double sum = _bias[cell.Unit], magnitude = Math.Abs(sum);
        for (var i = 0; i < InputsPerGroup; i++)
        {
            var (added, size) = Reaching(inputs[0], cell, i);
            (sum, magnitude) = (sum + added, magnitude + size);
        }

        return new(sum, Rounding.OfSum(sum, magnitude, Terms));
    };

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) =>
        Explained(Parts(inputs[0], cell), output, cell);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, IReadOnlySet<int> shown) =>
        Explained(ChannelFold.Of(Parts(inputs[0], cell), shown, Listed), output, cell);

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { window = Describe(Rows, Columns), groups = _groups }, ("weights", _weights), ("bias", _bias));

    /// <inheritdoc/>
    public override object? Describe(int unit) =>
        Describe(unit, Enumerable.Range(0, InputsPerGroup).Select(i => InputChannelOf(unit, i)).ToHashSet());

    /// <inheritdoc/>
    public override object? Describe(int unit, IReadOnlySet<int> listed) => new
    {
        kernel = new[] { KernelHeight, KernelWidth }, stride = new[] { Rows.Stride, Columns.Stride }, pad =
            new[] { Rows.PadBegin, Columns.PadBegin },
        dilation = new[] { Rows.Dilation, Columns.Dilation }, slots = new[] { Rows.Most, Columns.Most }, bias = _bias[unit],
        kernels = Enumerable.Range(0, InputsPerGroup).Where(i => listed.Contains(InputChannelOf(unit, i)))
            .Select(i => new { input = InputChannelOf(unit, i), weights = Kernel(unit, i).ToArray() }),
    };

    private Explanation Explained(IReadOnlyList<SumPart> parts, Tensor output, Cell cell) =>
        SumExplanation.Of(Kind, cell, parts, _bias[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));

    private List<SumPart> Parts(Tensor input, Cell cell)
    {
        var (rows, columns) = (Slots(Rows, cell.Row), Slots(Columns, cell.Column));
        var parts = new List<SumPart>(InputsPerGroup);
        for (var i = 0; i < InputsPerGroup; i++)
        {
            var channel = InputChannelOf(cell.Unit, i);
            var kernel = Kernel(cell.Unit, i).ToArray();
            SumTerm Term((int K, int Input)? row, (int K, int Input)? column)
            {
                if (row is not { } r || column is not { } c) return new(0, 0, new(channel, -1, -1), true);
                var from = new Cell(channel, r.Input, c.Input);
                var inside = Region.Of(from).Meets(input.Shape);
                return new(inside ? input[from] : 0, kernel[(r.K * KernelWidth) + c.K], from, !inside);
            }

            SumTerm[] terms = [.. rows.SelectMany(row => columns.Select(column => Term(row, column)))];
            parts.Add(new(0, channel, terms) { Rows = rows.Length, Columns = columns.Length });
        }

        return parts;
    }

    /// <summary>What one channel adds to a cell, and the same without signs.</summary>
    private (double Sum, double Magnitude) Reaching(Tensor input, Cell cell, int i)
    {
        var map = input.Map(InputChannelOf(cell.Unit, i));
        var kernel = Kernel(cell.Unit, i);
        var shape = input.Shape;
        double sum = 0, magnitude = 0;
        foreach (var (ky, row) in Rows.Reaching(cell.Row))
        {
            if (row < 0 || row >= shape.Height) continue;
            foreach (var (kx, column) in Columns.Reaching(cell.Column))
            {
                if (column < 0 || column >= shape.Width) continue;
                var product = (double)map[(row * shape.Width) + column] * kernel[(ky * KernelWidth) + kx];
                sum += product;
                magnitude += Math.Abs(product);
            }
        }

        return (sum, magnitude);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Strengths(int unit) => [.. Enumerable.Range(0, InputsPerGroup).Select(i =>
    {
        var kernel = Kernel(unit, i).ToArray();
        return kernel.Average(Math.Abs) * Math.Sign(kernel.Sum());
    })];

    private static object Describe(Spread rows, Spread columns) => new
    {
        kernel = new[] { rows.Kernel, columns.Kernel }, stride = new[] { rows.Stride, columns.Stride },
        pad = new[] { rows.PadBegin, columns.PadBegin }, dilation = new[] { rows.Dilation, columns.Dilation },
    };

    /// <summary>As many places at every cell, so that the equation keeps its form; some stay empty.</summary>
    private static (int K, int Input)?[] Slots(Spread axis, int output)
    {
        var reaching = axis.Reaching(output).Select(pair => ((int, int)?)pair).ToList();
        while (reaching.Count < Math.Max(1, axis.Most)) reaching.Add(null);
        return [.. reaching];
    }

    /// <summary>Adds one weight's products, from all cells of a channel.</summary>
    private void Lay(Span<double> map, ReadOnlySpan<double> channel, int width, int k, double weight)
    {
        if (weight == 0) return;
        var left = (k % KernelWidth * Columns.Dilation) - Columns.PadBegin;
        for (var row = 0; row < channel.Length / width; row++)
        {
            var y = (row * Rows.Stride) - Rows.PadBegin + (k / KernelWidth * Rows.Dilation);
            if (y < 0 || y >= Rows.Size) continue;
            var target = y * Columns.Size;
            var source = channel.Slice(row * width, width);
            for (var column = 0; column < width; column++)
            {
                var x = (column * Columns.Stride) + left;
                if (x >= 0 && x < Columns.Size) map[target + x] += source[column] * weight;
            }
        }
    }

    private float[] ByUnit(float[] weights, int perGroup)
    {
        var size = KernelHeight * KernelWidth;
        var sorted = new float[weights.Length];
        for (var unit = 0; unit < _units; unit++)
        {
            for (var i = 0; i < InputsPerGroup; i++)
                weights.AsSpan(((InputChannelOf(unit, i) * perGroup) + (unit % perGroup)) * size, size)
                    .CopyTo(sorted.AsSpan(((unit * InputsPerGroup) + i) * size));
        }

        return sorted;
    }

    /// <summary>An axis of the node; padding that isn't given follows from the size of the output.</summary>
    private static Spread SpreadOf(NodeDescription node, int axis, int kernel)
    {
        var input = axis == 0 ? node.InputShapes[0].Height : node.InputShapes[0].Width;
        var size = axis == 0 ? node.OutputShape.Height : node.OutputShape.Width;
        var (stride, dilation, extra) = (node.Ints("strides")?[axis] ?? 1, node.Ints("dilations")?[axis] ?? 1,
            node.Ints("output_padding")?[axis] ?? 0);
        var full = ((input - 1) * stride) + extra + ((kernel - 1) * dilation) + 1;
        var auto = node.Text("auto_pad", "NOTSET");
        var begin = node.Ints("pads")?[axis] ?? 0;
        if (auto is "SAME_UPPER" or "SAME_LOWER" || node.Ints("output_shape") is not null)
        {
            // Where a size is asked for, the runtime takes VALID as NOTSET: the larger half is cut off before.
            var total = Math.Max(0, full - size);
            begin = auto == "SAME_UPPER" ? total / 2 : total - (total / 2);
        }
        else if (auto == "VALID") begin = 0;

        return new(kernel, stride, begin, dilation, size) { Extra = extra };
    }

    private IEnumerable<Setting> SettingsOf(NodeDescription node)
    {
        yield return new("kernel", Phrase.Sides(KernelHeight, KernelWidth));
        yield return new("stride", Phrase.Pair(Rows.Stride, Columns.Stride));
        if (Rows.PadBegin + Columns.PadBegin > 0) yield return new("cut_off_before", Phrase.Pair(Rows.PadBegin, Columns.PadBegin));
        if (node.Ints("output_padding") is { } extra && extra.Any(cells => cells > 0))
            yield return new("output_padding", Phrase.Pair(extra[0], extra[1]));
        if (Rows.Dilation > 1 || Columns.Dilation > 1) yield return new("dilation", Phrase.Pair(Rows.Dilation, Columns.Dilation));
        if (_groups > 1) yield return new("groups", _groups);
    }
}
