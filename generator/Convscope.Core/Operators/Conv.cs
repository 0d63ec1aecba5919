using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Convolution (strictly, cross-correlation): every unit slides one kernel over each of its input channels and adds up the
/// products and its bias. Over signals, units × columns, its kernels have one row. https://onnx.ai/onnx/operators/onnx__Conv.html
/// </summary>
[OnnxOperator("Conv", Axes = AxisRule.ChannelsFirst)]
public sealed class Conv : Operator, IHasKernels, IHasWindow, IPractised
{
    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <summary>Reads weights <c>(units, inputs / groups, rows, columns)</c>, of signals <c>(units, inputs / groups, columns)</c>, and an
    /// optional bias.</summary>
    /// <exception cref="NotSupportedException">The weights are computed, or the kernel has another number of axes.</exception>
    public Conv(NodeDescription node)
    {
        if (!node.Constants.TryGetValue(1, out var weights) || weights.Sizes.Count is not (3 or 4) || node.InputShapes.Count != 1)
            throw new NotSupportedException();
        Window = Window.From(node, [.. weights.Sizes.Skip(2)]);
        (_weights, Units, InputsPerGroup, Groups) = (weights.Values, weights.Sizes[0], weights.Sizes[1], (int)node.Int("group", 1));
        (_bias, HasBias) = node.Constants.TryGetValue(2, out var bias) ? (bias.Values, true) : (new float[Units], false);
    }

    /// <summary>A convolution of given weights, row-major <c>(units, inputs / groups, rows, columns)</c>.</summary>
    public Conv(float[] weights, float[] bias, int inputsPerGroup, Window window, int groups = 1) =>
        (_weights, _bias, HasBias, Units, InputsPerGroup, Window, Groups) =
            (weights, bias, true, bias.Length, inputsPerGroup, window, groups);

    /// <inheritdoc/>
    public override string Kind => "conv";

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    public override long Parameters => _weights.Length + (HasBias ? _bias.Length : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(IReadOnlyList<Shape> inputs, Shape output) =>
        (long)output.Count * InputsPerGroup * KernelHeight * KernelWidth;

    /// <inheritdoc/>
    public override bool IsPerUnit => InputsPerGroup == 1 && Groups == Units;

    /// <summary>How the kernels slide.</summary>
    public Window Window { get; }

    /// <summary>Output units.</summary>
    public int Units { get; }

    /// <summary>Input channels that one unit reads.</summary>
    public int InputsPerGroup { get; }

    /// <summary>Groups of units that read different channels; as many as channels is depthwise.</summary>
    public int Groups { get; }

    /// <inheritdoc/>
    public int Listed => Math.Clamp(400 / (KernelHeight * KernelWidth), 3, 16);

    /// <summary>All weights, <c>(units, inputs / groups, rows, columns)</c>.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Rows of a kernel.</summary>
    public int KernelHeight => Window.Rows.Kernel;

    /// <summary>Columns of a kernel.</summary>
    public int KernelWidth => Window.Columns.Kernel;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        Groups == 1 ? Window.Settings : [.. Window.Settings, new("groups", Groups)];

    /// <inheritdoc/>
    public ImmutableArray<int> WeightsOfUnit => [InputsPerGroup, KernelHeight, KernelWidth];

    /// <inheritdoc/>
    public bool HasBias { get; }

    /// <summary>The bias of a unit.</summary>
    public float Bias(int unit) => _bias[unit];

    /// <summary>The kernel of a unit for the i-th channel that it reads, row by row.</summary>
    public ReadOnlySpan<float> Kernel(int unit, int i) =>
        _weights.AsSpan(((unit * InputsPerGroup) + i) * KernelHeight * KernelWidth, KernelHeight * KernelWidth);

    /// <summary>Which channel of the input is the i-th that a unit reads.</summary>
    public int InputChannelOf(int unit, int i) => (unit / (Units / Groups) * InputsPerGroup) + i;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        if (inputs[0].Sizes.Length is not (2 or 3))
            throw new ArgumentException($"a convolution reads maps, units × rows × columns, not {inputs[0]}");
        if (inputs[0].Units != InputsPerGroup * Groups)
            throw new ArgumentException($"the kernels read {InputsPerGroup * Groups} channels, but the input has {inputs[0].Units}");
        return Window.Output(Units, inputs[0]);
    }

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Sums(inputs[0], value => value);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var bounds = Sums(inputs[0], value => Math.Abs(value));
        for (var i = 0; i < bounds.Length; i++) bounds[i] = Rounding.OfSum(exact[i], bounds[i], Terms);
        return bounds;
    }

    /// <inheritdoc/>
    public override Func<Cell, Recomputed> Recompute(IReadOnlyList<Tensor> inputs) => cell => At(inputs[0], cell);

    /// <summary>How many numbers a cell adds up.</summary>
    private int Terms => (InputsPerGroup * KernelHeight * KernelWidth) + 1;

    /// <summary>The convolution of the input, each number taken as it is or without its sign.</summary>
    private double[] Sums(Tensor input, Func<float, double> taken)
    {
        var shape = OutputShape([input.Shape]);
        var output = new double[shape.Count];
        var wide = Array.ConvertAll(input.Values, value => taken(value));
        for (var unit = 0; unit < Units; unit++)
        {
            var map = output.AsSpan(unit * shape.MapSize, shape.MapSize);
            map.Fill(taken(_bias[unit]));
            for (var i = 0; i < InputsPerGroup; i++)
            {
                var channel = wide.AsSpan(InputChannelOf(unit, i) * input.Shape.MapSize, input.Shape.MapSize);
                AddChannel(map, shape, channel, input.Shape, Array.ConvertAll(Kernel(unit, i).ToArray(), weight => taken(weight)));
            }
        }

        return output;
    }

    private Recomputed At(Tensor input, Cell cell)
    {
        var (top, left, width, values) = (Window.Rows.Start(cell.Row), Window.Columns.Start(cell.Column), input.Shape.Width, input.Values);
        var (rows, columns, down, right) = (KernelHeight, KernelWidth, Window.Rows.Dilation, Window.Columns.Dilation);
        var (firstRow, pastRow) = Within(top, down, rows, input.Shape.Height);
        var (firstColumn, pastColumn) = Within(left, right, columns, width);
        double sum = _bias[cell.Unit], magnitude = Math.Abs(sum);
        var kernel = cell.Unit * InputsPerGroup * rows * columns;
        var map = InputChannelOf(cell.Unit, 0) * input.Shape.MapSize;
        for (var i = 0; i < InputsPerGroup; i++, kernel += rows * columns, map += input.Shape.MapSize)
        {
            for (var ky = firstRow; ky < pastRow; ky++)
            {
                var (line, weights) = (map + ((top + (ky * down)) * width) + left, kernel + (ky * columns));
                for (var kx = firstColumn; kx < pastColumn; kx++)
                {
                    var product = (double)values[line + (kx * right)] * _weights[weights + kx];
                    sum += product;
                    magnitude += Math.Abs(product);
                }
            }
        }

        return new(sum, Rounding.OfSum(sum, magnitude, Terms));
    }

    /// <summary>Which cells of a kernel lie within the map, along one axis: from the first to before the second.</summary>
    private static (int First, int Past) Within(int start, int step, int kernel, int size)
    {
        var first = start < 0 ? (-start + step - 1) / step : 0;
        return (first, Math.Clamp((size - start + step - 1) / step, first, Math.Max(first, kernel)));
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new AxisReading(
        unit => new(InputChannelOf(unit, 0), InputsPerGroup), Window.Rows.Reads, Window.Columns.Reads);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell) =>
        Explained(Parts(inputs[0], cell), output, cell);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell, IReadOnlySet<int> shown) =>
        Explained(ChannelFold.Of(Parts(inputs[0], cell), shown, Listed), output, cell);

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { window = Window.Describe(), groups = Groups }, ("weights", _weights), ("bias", _bias));

    /// <inheritdoc/>
    public override object? Describe(int unit) =>
        Describe(unit, Enumerable.Range(0, InputsPerGroup).Select(i => InputChannelOf(unit, i)).ToHashSet());

    /// <inheritdoc/>
    public override object? Describe(int unit, IReadOnlySet<int> listed) => new
    {
        window = Window.Describe(), bias = _bias[unit],
        kernels = Enumerable.Range(0, InputsPerGroup).Where(i => listed.Contains(InputChannelOf(unit, i)))
            .Select(i => new { input = InputChannelOf(unit, i), weights = Kernel(unit, i).ToArray() }),
    };

    /// <inheritdoc/>
    public bool IsPractised => KernelHeight <= IHasKernels.MostPractised && KernelWidth <= IHasKernels.MostPractised;

    /// <inheritdoc/>
    public Exercise? Practise(Tensor input, Tensor output, Cell cell) => SumExercise.OfKernel(
        "pr_ask_conv", Parts(input, cell), HasBias ? _bias[cell.Unit] : null, output.Magnitude);

    private Explanation Explained(IReadOnlyList<SumPart> parts, Tensor output, Cell cell) =>
        SumExplanation.Of(Kind, cell, parts, _bias[cell.Unit], output[cell], Decimals.ForMagnitude(output.Magnitude));

    internal List<SumPart> Parts(Tensor input, Cell cell)
    {
        var parts = new List<SumPart>(InputsPerGroup);
        for (var i = 0; i < InputsPerGroup; i++)
        {
            var channel = InputChannelOf(cell.Unit, i);
            var kernel = Kernel(cell.Unit, i);
            var terms = new SumTerm[kernel.Length];
            for (var k = 0; k < kernel.Length; k++)
            {
                var row = Window.Rows.Start(cell.Row) + (k / KernelWidth * Window.Rows.Dilation);
                var column = Window.Columns.Start(cell.Column) + (k % KernelWidth * Window.Columns.Dilation);
                var inside = row >= 0 && row < input.Shape.Height && column >= 0 && column < input.Shape.Width;
                terms[k] = new(inside ? input[channel, row, column] : 0, kernel[k], new(channel, row, column), !inside);
            }

            parts.Add(new(0, channel, terms) { Rows = KernelHeight, Columns = KernelWidth });
        }

        return parts;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Strengths(int unit) => [.. Enumerable.Range(0, InputsPerGroup).Select(i =>
    {
        var kernel = Kernel(unit, i).ToArray();
        return kernel.Average(Math.Abs) * Math.Sign(kernel.Sum());
    })];

    /// <summary>Adds one channel's products, a whole row of the output at a time, so that the inner loop vectorises.</summary>
    private void AddChannel(Span<double> map, Shape shape, ReadOnlySpan<double> channel, Shape from, ReadOnlySpan<double> kernel)
    {
        var (rows, columns) = Window;
        for (var k = 0; k < kernel.Length; k++)
        {
            var weight = kernel[k];
            if (weight == 0) continue;
            var offset = (k % KernelWidth * columns.Dilation) - columns.PadBegin;

            // Output columns whose input column lies on the map: 0 <= x * stride + offset < width.
            var first = offset >= 0 ? 0 : (-offset + columns.Stride - 1) / columns.Stride;
            var last = Math.Min(shape.Width - 1, (from.Width - 1 - offset) / columns.Stride);
            if (from.Width - 1 - offset < 0 || last < first) continue;
            for (var y = 0; y < shape.Height; y++)
            {
                var row = rows.Start(y) + (k / KernelWidth * rows.Dilation);
                if (row < 0 || row >= from.Height) continue;
                var target = map.Slice((y * shape.Width) + first, last - first + 1);
                var source = channel[((row * from.Width) + (first * columns.Stride) + offset)..];
                if (columns.Stride == 1) Accumulate(target, source[..target.Length], weight);
                else
                {
                    for (var x = 0; x < target.Length; x++) target[x] += source[x * columns.Stride] * weight;
                }
            }
        }
    }

    private static void Accumulate(Span<double> target, ReadOnlySpan<double> source, double weight)
    {
        var width = System.Numerics.Vector<double>.Count;
        var x = 0;
        for (; x <= target.Length - width; x += width)
        {
            var sum = new System.Numerics.Vector<double>(target[x..]) + (new System.Numerics.Vector<double>(source[x..]) * weight);
            sum.CopyTo(target[x..]);
        }

        for (; x < target.Length; x++) target[x] += source[x] * weight;
    }
}
