using Convscope.Core.Explain;
using Convscope.Core.Tensors;
using Convscope.Core.Texts;

namespace Convscope.Core.Operators;

/// <summary>
/// Maps read at the places that a grid gives, a place a cell (Jaderberg et al., Spatial transformer networks, 2015): which cells are read
/// depends on numbers that the network may have computed. https://onnx.ai/onnx/operators/onnx__GridSample.html
/// </summary>
[OnnxOperator("GridSample", Axes = AxisRule.Grid, SettingsFrom = 1)]
public sealed class GridSample : Operator, IMayStandStill
{
    /// <summary>A page holds no more numbers of a constant grid than these.</summary>
    private const int MostOfPage = 2048;

    private readonly GridPlace _place;
    private readonly Shape _input;
    private readonly Shape _output;
    private readonly Tensor? _grid;
    private readonly bool _isOfMaps;

    /// <summary>Reads a node, whose grid is <c>(rows, columns, 2)</c> or two maps.</summary>
    /// <exception cref="NotSupportedException">It isn't of maps, what is sampled is constant, or the padding reflects between mirrors
    /// without room.</exception>
    public GridSample(NodeDescription node)
    {
        (_input, _output) = (node.InputShapes[0], node.OutputShape);
        _isOfMaps = node.Int("grid_of_maps", 0) != 0;
        _place = new(
            node.Text("mode", "linear") switch
            {
                "bilinear" => "linear",
                "bicubic" => "cubic",
                "linear" or "nearest" or "cubic" => node.Text("mode", "linear"),
                _ => throw new NotSupportedException(),
            },
            node.Text("padding_mode", "zeros"), node.Int("align_corners", 0) != 0);
        if (node.Constants.ContainsKey(0) || _input.Sizes.Length != 3 || _output.Sizes.Length != 3) throw new NotSupportedException();
        if (_place.Padding is not ("zeros" or "border" or "reflection")) throw new NotSupportedException();
        if (_place is { Padding: "reflection", AreCornersAligned: true } && (_input.Height == 1 || _input.Width == 1))
            throw new NotSupportedException();
        if (node.Constants.TryGetValue(1, out var grid)) _grid = new(new(_output.Height, _output.Width, 2), grid.Values);
        var expected = _isOfMaps ? new Shape(2, _output.Height, _output.Width) : new(_output.Height, _output.Width, 2);
        if (_grid is null && !(node.InputShapes.Count == 2 && node.InputShapes[1].Equals(expected))) throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override string Kind => "grid-sample";

    /// <summary>Its own map is read, and all of the grid.</summary>
    public override bool IsPerUnit => false;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Rearrange;

    /// <summary>A grid whose rows are units would have to be held whole.</summary>
    public bool StandsStill => _grid is null ? !_isOfMaps : _grid.Values.Length > MostOfPage;

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings =>
    [
        new("from", Phrase.Sides(_input.Height, _input.Width)), new("to", Phrase.Sides(_output.Height, _output.Width)),
        new("mode", Phrase.Named("grid", _place.Mode)), new("rim", Phrase.Named("grid", _place.Padding)),
    ];

    /// <summary>How its equation adds up: the place from the two coordinates, and the sum from the cells around it.</summary>
    public static void AddsUp(ShownEquation e)
    {
        var (sum, places) = (e.Parts[0], e.Parts.Skip(1).ToArray());
        foreach (var (place, factor) in places.Zip(["across", "down"]))
        {
            var factorShown = e[factor];
            e.Expect("the place", ((place.Terms[0].X.Value + 1) * factorShown.Value) - e["offset"].Value, place.Value!.Value);
        }

        e.Expect("the cells around it", sum.Sum, e.Result);
    }

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Equals(_input) ? _output
        : throw new ArgumentException($"the grid is for maps of {_input}, not {inputs[0]}");

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) =>
        Each(inputs, (x, weight) => x * weight);

    /// <summary>A weight is what is left of a coordinate that is rounded, and so is less exact the larger the map.</summary>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact)
    {
        if (_place.Count == 1) return new double[exact.Length];
        var farthest = (double)Math.Max(_input.Height, _input.Width);
        var magnitudes = Each(inputs, (x, weight) => Math.Abs(x * weight));
        var largest = Each(inputs, (x, _) => Math.Abs(x));
        return [.. exact.Select((sum, i) =>
            Rounding.OfSum(sum, magnitudes[i], 16) + (8 * Rounding.Unit * farthest * largest[i]))];
    }

    /// <summary>At most all of its own map, and the two coordinates.</summary>
    public override Reading ReadingOf(int input, Shape inputShape)
    {
        var (allRows, allColumns) = (AxisTaps.All(inputShape.Height), AxisTaps.All(inputShape.Width));
        return input == 0 ? new ComputedReading(new(AxisReading.Itself, _ => allRows, _ => allColumns))
            : _isOfMaps ? AxisReading.Same with { Units = _ => AxisTaps.All(2) }
            : new ComputedReading(new(_ => AxisTaps.All(inputShape.Units), _ => allRows, _ => allColumns));
    }

    /// <summary>The cells around the place, and the two coordinates with the column and the row that they give.</summary>
    public override Explanation? Explain(IReadOnlyList<Tensor> inputs, Tensor output, Cell cell)
    {
        var part = new SumPart(0, cell.Unit, [.. Terms(inputs, cell)]) { Rows = _place.Count, Columns = _place.Count };
        var sum = SumExplanation.Of(Kind, cell, [part], null, output[cell], Decimals.ForMagnitude(output.Magnitude));
        var extras = sum.Extras.Add("across", Number.Whole(_place.Factor(_input.Width)))
            .Add("down", Number.Whole(_place.Factor(_input.Height))).Add("offset", Number.Whole(_place.Offset));
        return sum with
        {
            Parts = [sum.Parts[0], Coordinate(inputs, cell, 0, _input.Width), Coordinate(inputs, cell, 1, _input.Height)],
            Extras = extras,
        };
    }

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(
        new { mode = _place.Mode, padding = _place.Padding, alignCorners = _place.AreCornersAligned, ofMaps = _isOfMaps },
        ("grid", _grid?.Values));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new
    {
        mode = _place.Mode, padding = _place.Padding, alignCorners = _place.AreCornersAligned, ofMaps = _isOfMaps,
        grid = StandsStill ? null : _grid?.Values,
    };

    private Part Coordinate(IReadOnlyList<Tensor> inputs, Cell cell, int which, int size)
    {
        var (from, value) = CoordinateOf(inputs, cell, which);
        double place = _place.Of(value, size);
        var decimals = Decimals.Settle(2, ((value + 1.0) * _place.Factor(size)) - _place.Offset, place);
        var shown = Decimals.ForOperands(
            [value], x => ((x[0] + 1) * _place.Factor(size)) - _place.Offset, place, decimals);
        var input = _grid is null ? 1 : -1;
        return new(input, input < 0 ? -1 : from.Unit, [new(new(value, shown), null, from)], new(place, decimals));
    }

    private (Cell From, float Value) CoordinateOf(IReadOnlyList<Tensor> inputs, Cell cell, int which)
    {
        var from = _isOfMaps ? cell with { Unit = which } : new Cell(cell.Row, cell.Column, which);
        return (from, (_grid ?? inputs[1])[from]);
    }

    private IEnumerable<SumTerm> Terms(IReadOnlyList<Tensor> inputs, Cell cell)
    {
        foreach (var tap in TapsAt(inputs, cell))
        {
            var from = new Cell(cell.Unit, tap.Row, tap.Column);
            yield return new(tap.IsPadding ? 0 : inputs[0][from], _place.Count == 1 ? null : tap.Weight, from, tap.IsPadding);
        }
    }

    private IEnumerable<GridTap> TapsAt(IReadOnlyList<Tensor> inputs, Cell cell)
    {
        var column = _place.Of(CoordinateOf(inputs, cell, 0).Value, _input.Width);
        return _place.Taps(_place.Of(CoordinateOf(inputs, cell, 1).Value, _input.Height), column, _input);
    }

    /// <summary>Adds up, at every cell, something of each cell that is read there and of its weight. All units read the same
    /// places.</summary>
    private double[] Each(IReadOnlyList<Tensor> inputs, Func<double, double, double> of)
    {
        var sums = new double[_output.Count];
        for (var i = 0; i < _output.MapSize; i++)
        {
            foreach (var tap in TapsAt(inputs, _output.CellAt(i)).Where(tap => !tap.IsPadding))
            {
                for (var unit = 0; unit < _output.Units; unit++)
                    sums[(unit * _output.MapSize) + i] += of(inputs[0][unit, tap.Row, tap.Column], tap.Weight);
            }
        }

        return sums;
    }
}
