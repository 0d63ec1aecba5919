using System.Collections.Immutable;
using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// Local response normalisation: each number over a power of the squares around it in the neighbouring units,
/// <c>x / (bias + alpha / size × Σ x²)^beta</c> (Krizhevsky et al. 2012). https://onnx.ai/onnx/operators/onnx__LRN.html
/// </summary>
[OnnxOperator("LRN", Axes = AxisRule.ChannelsFirst)]
public sealed class Lrn : Operator, IReadsNeighbours
{
    private readonly LrnSettings _settings;
    private readonly int _size;
    private readonly int _units;

    /// <summary>Reads the settings.</summary>
    public Lrn(NodeDescription node)
    {
        _size = checked((int)node.Int("size", 1));
        // A setting is what the page shows of it: its digits, not the nearest fraction of two, which large squares would tell apart.
        _settings = new(Number.Whole(node.Float("alpha", 1e-4f)).Value, Number.Whole(node.Float("beta", 0.75f)).Value,
            Number.Whole(node.Float("bias", 1)).Value, _size);
        _units = node.OutputShape.Units;
    }

    /// <inheritdoc/>
    public override string Kind => "lrn";

    /// <inheritdoc/>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
    [
        new("size", Number.Whole(_size).Shown), new("alpha", Number.Whole(_settings.Alpha).Shown),
        new("beta", Number.Whole(_settings.Beta).Shown), new("bias", Number.Whole(_settings.Bias).Shown),
    ];

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Normalise;

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        foreach (var part in e.Parts) e.Expect("a square", part.Terms[0].X * part.Terms[0].X, part.Value!.Value);
        e.Expect("the sum of the squares", e.SumOfParts, e["sum"]);
        e.Expect("the base", e["bias"].Value + (e["alpha"].Value / e["size"].Value * e["sum"].Value), e["base"]);
        e.Expect("x / base ^ beta", e.Own.Terms[0].X.Value / Math.Pow(e["base"].Value, e["beta"].Value), e.Result);
    }

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var (values, size) = (inputs[0].Values, inputs[0].Shape.MapSize);
        var output = new double[values.Length];
        for (var i = 0; i < output.Length; i++)
        {
            var (first, last) = Neighbours(i / size);
            double sum = 0;
            for (var unit = first; unit <= last; unit++)
            {
                double x = values[(unit * size) + (i % size)];
                sum += x * x;
            }

            output[i] = _settings.Apply(values[i], sum);
        }

        return output;
    }

    /// <summary>
    /// A runtime may go from unit to unit, adding the square that comes in and taking off the one that goes: then what is left of large
    /// squares is in the sums of all units after them.
    /// </summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var (values, size) = (inputs[0].Values, inputs[0].Shape.MapSize);
        var all = new double[size];
        for (var i = 0; i < values.Length; i++) all[i % size] += (double)values[i] * values[i];
        double Power(int i)
        {
            var (first, last) = Neighbours(i / size);
            double sum = 0;
            for (var unit = first; unit <= last; unit++) sum += Math.Pow(values[(unit * size) + (i % size)], 2);
            return Math.Abs(_settings.Beta) * _settings.Base(all[i % size]) / Math.Abs(_settings.Base(sum));
        }

        return Rounding.OfSteps(exact, i => Math.Abs(exact[i]) * (4 + Power(i)));
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new AxisReading(
        unit => AxisTaps.Span(Neighbours(unit).First, Neighbours(unit).Last), AxisReading.Itself, AxisReading.Itself);

    /// <summary>One part a neighbouring unit, its square. The extras are the settings, the sum of the squares, and the base of the
    /// power.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var (first, last) = Neighbours(cell.Unit);
        var maps = Enumerable.Range(first, last - first + 1).Select(unit => inputs[0].Map(unit).ToArray()).ToArray();
        var d = LrnDecimals.Of(_settings, maps, cell.Unit - first, output.Map(cell.Unit).ToArray(),
            Decimals.ForMagnitude(output.Magnitude));
        var parts = Enumerable.Range(first, last - first + 1).Select(unit =>
        {
            var from = cell with { Unit = unit };
            double x = inputs[0][from];
            return new Part(0, unit, [new Term(new(x, d.X), null, from)], new(x * x, d.Square));
        }).ToImmutableArray();
        var sum = parts.Sum(part => part.Value.Exact);
        return new(Kind, cell, parts, null, new(output[cell], d.Y))
        {
            Extras = new Dictionary<string, Number>
            {
                ["alpha"] = LrnSettings.Shown(_settings.Alpha, d.More), ["beta"] = LrnSettings.Shown(_settings.Beta, d.More),
                ["bias"] = LrnSettings.Shown(_settings.Bias, d.More),
                ["size"] = new(_size, 0), ["sum"] = new(sum, d.Sum), ["base"] = new(_settings.Base(sum), d.Base),
            }.ToImmutableDictionary(),
        };
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() =>
        OperatorDescription.Of(new { alpha = _settings.Alpha, beta = _settings.Beta, bias = _settings.Bias, size = _size });

    /// <summary>For the script: the settings and the units that it reads.</summary>
    public override object? Describe(int unit) => new
    {
        first = Neighbours(unit).First, last = Neighbours(unit).Last, alpha = _settings.Alpha, bias = _settings.Bias, size = _size,
    };

    private (int First, int Last) Neighbours(int unit) => (Math.Max(0, unit - ((_size - 1) / 2)), Math.Min(_units - 1, unit + (_size / 2)));
}
