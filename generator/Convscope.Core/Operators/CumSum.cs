using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Adds up along the rows or the columns of a map as far as each cell, or from it on; the cell itself may be left out.
/// https://onnx.ai/onnx/operators/onnx__CumSum.html
/// </summary>
[OnnxOperator("CumSum", SettingsFrom = 1)]
public sealed class CumSum : Operator
{
    /// <summary>How many of the nearest cells an equation writes out.</summary>
    public const int Nearest = 12;

    private readonly Shape _shape;
    private readonly bool _isDown;
    private readonly bool _isReverse;
    private readonly bool _isExclusive;

    /// <summary>Reads the axis.</summary>
    /// <exception cref="NotSupportedException">It is computed, or is that of the units.</exception>
    public CumSum(NodeDescription node)
    {
        _shape = node.OnlyInput;
        var rank = _shape.Sizes.Length;
        if (rank is not (2 or 3) || !node.Constants.TryGetValue(1, out var given)) throw new NotSupportedException();
        var axis = (int)given.Values[0];
        if (axis < 0) axis += rank + 1;
        if (axis < 2 || axis > rank) throw new NotSupportedException();
        (_isDown, _isReverse, _isExclusive) = (axis < rank, node.Int("reverse", 0) != 0, node.Int("exclusive", 0) != 0);
    }

    /// <inheritdoc/>
    public override string Kind => "cum-sum";

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
        [new("mode", new Phrase((_isDown, _isReverse) switch
        {
            (true, false) => "cum_sum_down", (true, true) => "cum_sum_up", (false, false) => "cum_sum_right", _ => "cum_sum_left",
        }))];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs[0], value => value);

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var magnitudes = Each(inputs[0], value => Math.Abs(value));
        return [.. exact.Select((sum, i) => Rounding.OfSum(sum, magnitudes[i], Length))];
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => _isDown
        ? AxisReading.Same with { Rows = Taps } : AxisReading.Same with { Columns = Taps };

    /// <summary>The nearest cells, zeros beyond the edge, and one part for those before.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var step = _isReverse ? 1 : -1;
        var first = IndexOf(cell) + (_isExclusive ? step : 0);
        SumTerm Term(int at) => At(cell, at) is var from && at >= 0 && at < Length
            ? new(inputs[0][from], null, from) : new(0, null, from, true);
        var count = Math.Min(Nearest, Length);
        var parts = new List<SumPart>
        {
            new(0, cell.Unit, [.. Enumerable.Range(0, count).Select(k => Term(first + (k * step)))]) { Rows = 1, Columns = count },
        };
        var others = Enumerable.Range(count, Length - count).Select(k => Term(first + (k * step))).Where(term => !term.IsPadding).ToArray();
        if (Length > count) parts.Add(new(0, -1, []) { Sum = others.Sum(term => term.X), Count = others.Length });
        return SumExplanation.Of(Kind, cell, parts, null, output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(Describe(0));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { isDown = _isDown, isReverse = _isReverse, isExclusive = _isExclusive };

    private int Length => _isDown ? _shape.Height : _shape.Width;

    private int IndexOf(Cell cell) => _isDown ? cell.Row : cell.Column;

    private Cell At(Cell cell, int index) => _isDown ? cell with { Row = index } : cell with { Column = index };

    private AxisTaps Taps(int index)
    {
        var left = _isExclusive ? 1 : 0;
        return _isReverse ? AxisTaps.Span(index + left, Length - 1) : AxisTaps.Span(0, index - left);
    }

    private double[] Each(Tensor input, Func<double, double> taken)
    {
        var sums = new double[_shape.Count];
        for (var i = 0; i < sums.Length; i++)
        {
            var cell = _shape.CellAt(i);
            var taps = Taps(IndexOf(cell));
            for (var at = taps.First; at < taps.First + taps.Count; at++) sums[i] += taken(input[At(cell, at)]);
        }

        return sums;
    }
}
