using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Larger or smaller maps: every cell is a copy of the nearest cell of the input, or a weighted mean of those around its place.
/// https://onnx.ai/onnx/operators/onnx__Resize.html, https://onnx.ai/onnx/operators/onnx__Upsample.html
/// </summary>
[OnnxOperator("Resize", "Upsample", Axes = AxisRule.Scales, SettingsFrom = 1)]
public sealed class Resize : Operator
{
    private readonly SamplingRule _rule;
    private readonly Shape _input;
    private readonly Shape _output;
    private readonly Sampling _units;
    private readonly Sampling _rows;
    private readonly Sampling _columns;

    /// <summary>Reads a node. Before opset 11, and of an <c>Upsample</c>, there is no choice of coordinates.</summary>
    /// <exception cref="NotSupportedException">Scales and sizes are computed, it crops or smooths, or the input isn't maps.</exception>
    public Resize(NodeDescription node)
    {
        (_input, _output) = (node.OnlyInput, node.OutputShape);
        if (_input.Sizes.Length != 3 || _output.Sizes.Length != 3 || node.Int("antialias", 0) != 0) throw new NotSupportedException();
        var isOld = node.OpType == "Upsample" || (node.Constants.ContainsKey(1) && !node.Constants.ContainsKey(2)
            && !node.Constants.ContainsKey(3) && !node.Attributes.ContainsKey("coordinate_transformation_mode"));
        _rule = new(
            node.Text("mode", "nearest"), isOld ? "asymmetric" : node.Text("coordinate_transformation_mode", "half_pixel"),
            isOld ? "" : node.Text("nearest_mode", "round_prefer_floor"), node.Float("cubic_coeff_a", -0.75f),
                node.Int("exclude_outside", 0) != 0);
        Sampling Axis(int axis) => Sampling.Of(_input.Sizes[axis], _output.Sizes[axis], ScaleOf(node, axis, isOld), _rule);
        (_units, _rows, _columns) = (Axis(0), Axis(1), Axis(2));
        if (_units.Taps > 1) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "resize";

    /// <inheritdoc/>
    public override Phrase Title => new(_rule.Mode switch
    {
        "linear" => "operator_resize_linear",
        "cubic" => "operator_resize_cubic",
        _ => "operator_resize",
    });

    /// <inheritdoc/>
    public override bool IsPerUnit => _units.IsSame(_input.Units);

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
    [
        new("from", Phrase.Sides(_input.Height, _input.Width)), new("to", Phrase.Sides(_output.Height, _output.Width)),
        new("coordinates", Phrase.Named("coordinates", _rule.Coordinates)),
        .. _rule is { Mode: "nearest", Nearest.Length: > 0 }
            ? [new("nearest", Phrase.Named("nearest", _rule.Nearest))] : Array.Empty<Setting>(),
    ];

    /// <summary>How its equation adds up.</summary>
    public static void AddsUp(ShownEquation e) => EquationRules.Sum(e);

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Equals(_input) ? _output
        : throw new ArgumentException($"the resize is for maps of {_input}, not {inputs[0]}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs)
    {
        var output = new double[_output.Count];
        for (var i = 0; i < output.Length; i++)
        {
            var cell = _output.CellAt(i);
            var map = inputs[0].Map(_units.At[cell.Unit][0]);
            var (rows, columns) = (_rows.At[cell.Row], _columns.At[cell.Column]);
            for (var r = 0; r < rows.Length; r++)
            {
                var weight = (double)_rows.Weights[cell.Row][r];
                for (var c = 0; c < columns.Length; c++)
                    output[i] += map[(rows[r] * _input.Width) + columns[c]] * (weight * _columns.Weights[cell.Column][c]);
            }
        }

        return output;
    }

    /// <summary>A weight is what is left of a coordinate that is rounded, and so is less exact the larger the map.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        var taps = _rows.Taps * _columns.Taps;
        if (taps == 1) return new double[exact.Length];
        var farthest = (double)Math.Max(_input.Height, _input.Width);
        double Bound(double sum, SumTerm[] terms) =>
            Rounding.OfSum(sum, terms.Sum(term => Math.Abs(term.X * (term.W ?? 1))), taps)
                + (2 * Rounding.Unit * farthest * terms.Sum(term => Math.Abs(term.X)));
        return [.. exact.Select((sum, i) => Bound(sum, [.. Terms(inputs[0], _output.CellAt(i))]))];
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) => new AxisReading(_units.Reads, _rows.Reads, _columns.Reads);

    /// <inheritdoc/>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var part = new SumPart(0, _units.At[cell.Unit][0], [.. Terms(inputs[0], cell)]) { Rows = _rows.Taps, Columns = _columns.Taps };
        return SumExplanation.Of(Kind, cell, [part], null, output[cell], Decimals.ForMagnitude(output.Magnitude));
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() =>
        OperatorDescription.Of(new { units = _units.At.Select(at => at[0]), rows = Taps(_rows), columns = Taps(_columns) });

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { unit = _units.At[unit][0], rows = Taps(_rows), columns = Taps(_columns) };

    private static object Taps(Sampling axis) => new { at = axis.At, weights = axis.Taps == 1 ? null : axis.Weights.AsEnumerable() };

    /// <summary>The cells that a cell is made of; of a copy without a weight.</summary>
    private IEnumerable<SumTerm> Terms(Tensor input, Cell cell)
    {
        var (rows, columns, unit) = (_rows.At[cell.Row], _columns.At[cell.Column], _units.At[cell.Unit][0]);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var weight = (double)_rows.Weights[cell.Row][r] * _columns.Weights[cell.Column][c];
                yield return new(input[unit, rows[r], columns[c]], rows.Length * columns.Length == 1
                    ? null : weight, new(unit, rows[r], columns[c]));
            }
        }
    }

    /// <summary>The scale along an axis, not counting the batch: given, or that between the sizes.</summary>
    private float ScaleOf(NodeDescription node, int axis, bool isOld)
    {
        var axes = node.Ints("axes") ?? [0, 1, 2, 3];
        var at = Array.FindIndex(axes, a => a == axis + 1 || a + 4 == axis + 1);
        var scales = isOld ? node.Constants.GetValueOrDefault(1)?.Values
            ?? (float[]?)node.Attributes.GetValueOrDefault("scales") : node.Constants.GetValueOrDefault(2)?.Values;
        if (scales is { Length: > 0 }) return at < 0 ? 1 : scales[at];
        if (node.Constants.GetValueOrDefault(3)?.Values is not { Length: > 0 } sizes) throw new NotSupportedException();
        if (at < 0) return 1;
        var ratios = axes.Select((a, i) => (a + 4) % 4 == 0 ? 1 : sizes[i] / _input.Sizes[((a + 4) % 4) - 1]);
        return node.Text("keep_aspect_ratio_policy", "stretch") switch
        {
            "not_larger" => ratios.Min(),
            "not_smaller" => ratios.Max(),
            _ => (float)_output.Sizes[axis] / _input.Sizes[axis],
        };
    }
}
