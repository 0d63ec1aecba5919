using Convscope.Core.Explain;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// The mean of each window of whole numbers, stored again: ONNX Runtime's QLinearAveragePool and QLinearGlobalAveragePool, and a mean
/// between dequantised numbers. The zero point is added before rounding.
/// </summary>
[OnnxOperator("QLinearAveragePool", "QLinearGlobalAveragePool", Axes = AxisRule.ChannelsFirst, SettingsFrom = 1,
    Domains = "com.microsoft", TakesTypes = true)]
public sealed class IntegerAveragePool : Pool, IStores
{
    private const string Prefix = "QLinear";

    private readonly Quantiser _from, _to;
    private readonly bool _countPadding, _isReal;

    /// <summary>Reads a node; a global pool is one window as large as the map.</summary>
    /// <exception cref="NotSupportedException">A step depends on the picture, or channels are last.</exception>
    public IntegerAveragePool(NodeDescription node)
        : base(node with { OpType = node.OpType[Prefix.Length..] })
    {
        (_from, _to) = (Quantiser.Of(node, 1), Quantiser.Of(node, 3));
        if (_from.Steps.Length + _to.Steps.Length != 2 || node.Int("channels_last", 0) != 0) throw new NotSupportedException();
        (_countPadding, _isReal) = (node.Int("count_include_pad", 0) == 1, node.Int("real", 0) == 1);
    }

    /// <inheritdoc/>
    public override string Kind => "integer-average-pool";

    /// <inheritdoc/>
    public Quantiser Stores => _to;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => [.. Window.Settings, .. _to.Settings("output_step", "output_zero_point")];

    /// <inheritdoc/>
    public override OutputKind Gives => OutputKind.Linear;

    /// <inheritdoc/>
    protected override double Combine(Tensor input, Cell cell) => Held(Scaled(input, cell).Scaled);

    private double Held(double scaled) => _to.Hold(Quantiser.Rounded(scaled) + (_isReal ? _to.Zeros[0] : 0));

    /// <inheritdoc/>
    protected override double Bound(Tensor input, Cell cell, double exact)
    {
        var (scaled, sum, _, factor) = Scaled(input, cell);
        if (!_isReal) return 0;
        var bound = Rounding.OfSum(scaled, Math.Abs(sum * factor) + Math.Abs(scaled) + Math.Abs(_to.Zeros[0]), Size);
        return Held(scaled + bound) - Held(scaled - bound);
    }

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var (scaled, sum, count, factor) = Scaled(inputs[0], cell);
        var (centre, zeroIn) = (_from.Zeros[0], _isReal ? 0 : _to.Zeros[0]);
        var parts = Readable(cell, [.. Terms(inputs[0], cell, null)]);
        var e = SumExplanation.With(Kind, cell, parts, null, output[cell], new(0, 0, 0, 0));
        var inside = Terms(inputs[0], cell, null).Count(term => !term.IsPadding);
        e = e with
        {
            Extras = e.Extras.Add("centre", new(centre, 0)).Add("inside", new(inside, 0)).Add("count", new(count, 0)).Add("acc", new(sum,
                0)),
        };
        return Storing.End(e, _to, scaled, shown =>
        {
            var fitted = Storing.Fit(sum / count, factor * count, shown.Value - zeroIn, shown.Decimals);
            return Decimals.IsWithinOne((sum / count * fitted.Value) + zeroIn, shown.Value, shown.Decimals)
                ? e with { Extras = e.Extras.Add("factor", fitted) } : null;
        }, isZeroIn: !_isReal);
    }

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e)
    {
        e.ExpectParts();
        e.ExpectExactly("the window", e.SumOfParts - (e["inside"] * e["centre"]), e["acc"]);
        e.Expect("the mean", (e["acc"].Value / e["count"].Value * e["factor"].Value) + e["zero"].Value - e["offset"].Value, e["scaled"]);
        Storing.AddsUp(e);
    }

    /// <inheritdoc/>
    public override object? Describe(int unit) => new
    {
        window = Window.Describe(), countPadding = _countPadding, padEnd = new[] { Window.Rows.PadEnd, Window.Columns.PadEnd },
        from = _from.Describe(0), to = _to.Describe(0), isReal = _isReal,
    };

    /// <summary>What is rounded, in single precision; the sum of the window less what stands for 0, how many cells divide it, and the
    /// factor that both make of it.</summary>
    private (float Scaled, double Sum, int Count, double Factor) Scaled(Tensor input, Cell cell)
    {
        var (centre, step, zero) = (_from.Zeros[0], _from.Steps[0], _to.Zeros[0]);
        var (sum, real, count) = (0.0, 0f, 0);
        foreach (var term in Terms(input, cell, null))
        {
            if (!term.IsPadding)
            {
                sum += term.X - centre;
                real += step * (float)(term.X - centre);
            }

            if (!term.IsPadding || (_countPadding && IsInRim(term.From, input.Shape))) count++;
        }

        var factor = (double)step / ((double)_to.Steps[0] * count);
        var isGlobal = Window.Rows.Kernel == input.Shape.Height && Window.Columns.Kernel == input.Shape.Width
            && count == input.Shape.MapSize;
        var scaled = isGlobal && !_isReal ? ((float)sum * (step / (_to.Steps[0] * count))) + zero
            : (real / count / _to.Steps[0]) + (_isReal ? 0 : zero);
        return (scaled, sum, count, factor);
    }

    private bool IsInRim(Cell from, Shape map) =>
        from.Row < map.Height + Window.Rows.PadEnd && from.Column < map.Width + Window.Columns.PadEnd;
}
