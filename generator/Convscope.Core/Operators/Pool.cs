using Convscope.Core.Explain;
using Convscope.Core.Practice;
using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// One number for each position of a window that slides over a map; units stay apart. What reduces whole maps, or their rows or
/// columns, is a pool with a window as large.
/// </summary>
public abstract class Pool : Operator, IHasWindow, IPractised
{
    private readonly bool _ceiling;
    private readonly bool _isVector;

    /// <summary>A pool of a given window.</summary>
    /// <param name="window">How the window slides.</param>
    /// <param name="ceiling">Whether a window that fits only in part at the end counts.</param>
    protected Pool(Window window, bool ceiling) => (Window, _ceiling) = (window, ceiling);

    /// <summary>Reads a node: a pool, a global pool, or a reduction over rows and columns.</summary>
    /// <exception cref="NotSupportedException">It reduces units, or keeps an axis in another place than it was.</exception>
    protected Pool(NodeDescription node)
    {
        _ceiling = node.Int("ceil_mode", 0) == 1;
        Window = WindowOf(node);
        _isVector = node.OpType.StartsWith("Reduce", StringComparison.Ordinal) && node.Int("keepdims", 1) == 0;
    }

    /// <summary>A window of more cells is too large to read cell by cell: it is explained row by row.</summary>
    protected const int MostTerms = 64;

    /// <summary>How the window slides.</summary>
    public Window Window { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings => Window.Settings;

    /// <inheritdoc/>
    public override LayerRole Role(Shape from, Shape to) => LayerRole.Pool;

    /// <inheritdoc/>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        if (inputs[0].Sizes.Length is not (2 or 3))
            throw new ArgumentException($"pooling reads maps, units × rows × columns, not {inputs[0]}");
        var shape = Window.Output(inputs[0].Units, inputs[0], _ceiling);
        return !_isVector ? shape : shape.MapSize == 1 ? new(shape.Units) : new(shape.Units, shape.Width);
    }

    /// <inheritdoc/>
    public override double[]? Forward(IReadOnlyList<Tensor> inputs) => Each(inputs[0], (cell, _) => Combine(inputs[0], cell));

    /// <inheritdoc/>
    public override double[] Bounds(IReadOnlyList<Tensor> inputs, double[] exact) =>
        Each(inputs[0], (cell, i) => Bound(inputs[0], cell, exact[i]));

    private double[] Each(Tensor input, Func<Cell, int, double> at)
    {
        var shape = OutputShape([input.Shape]);
        var output = new double[shape.Count];
        var i = 0;
        for (var unit = 0; unit < shape.Units; unit++)
        {
            for (var row = 0; row < shape.Height; row++)
            {
                for (var column = 0; column < shape.Width; column++, i++) output[i] = at(new(unit, row, column), i);
            }
        }

        return output;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        new AxisReading(AxisReading.Itself, Window.Rows.Reads, Window.Columns.Reads);

    /// <inheritdoc/>
    public override OperatorDescription Describe() => OperatorDescription.Of(Describe(0));

    /// <inheritdoc/>
    public override object? Describe(int unit) => new { window = Window.Describe() };

    /// <summary>A window too large to read is summed up row by row of its own map.</summary>
    protected IReadOnlyList<SumPart> Readable(Cell cell, SumTerm[] terms) => terms.Length <= MostTerms
        ? [new(0, cell.Unit, terms) { Rows = Window.Rows.Kernel, Columns = Window.Columns.Kernel }]
        : [.. terms.Chunk(Window.Columns.Kernel)
            .Select(row => new SumPart(0, cell.Unit, []) { Sum = row.Sum(term => term.X), Count = row.Length })];


    /// <summary>The pooled value of one window.</summary>
    protected abstract double Combine(Tensor input, Cell cell);

    /// <summary>How far single precision may lead from it; where one cell is chosen, not at all.</summary>
    protected virtual double Bound(Tensor input, Cell cell, double exact) => 0;

    /// <summary>The sum of a window's absolute values.</summary>
    protected double MagnitudeOf(Tensor input, Cell cell) => Terms(input, cell, null).Sum(term => Math.Abs(term.X));

    /// <summary>How many cells a window has.</summary>
    protected int Size => Window.Rows.Kernel * Window.Columns.Kernel;

    /// <inheritdoc/>
    public bool IsPractised => AsksFor is not null && Window.Rows.Dilation == 1 && Window.Columns.Dilation == 1
        && PoolExercise.Fits(Window.Rows.Kernel, Window.Rows.Stride) && PoolExercise.Fits(Window.Columns.Kernel, Window.Columns.Stride);

    /// <summary>The question of its exercises, and whether that is for a mean; null where it has none.</summary>
    protected virtual (string Question, bool IsMean)? AsksFor => null;

    /// <summary>Two places down and two to the right, or as many as there are: one of them is the cell.</summary>
    public Exercise? Practise(Tensor input, Tensor output, Cell cell)
    {
        var (rows, columns, map) = (Window.Rows, Window.Columns, output.Shape);
        var (first, left) = (cell.Row - (cell.Row % 2), cell.Column - (cell.Column % 2));
        var exercise = new PoolExercise((rows.Kernel, columns.Kernel), (rows.Stride, columns.Stride),
            (Math.Min(2, map.Height - first), Math.Min(2, map.Width - left)), (cell.Row % 2, cell.Column % 2));
        var ((height, width), y, x) = (exercise.Across, rows.Start(first), columns.Start(left));
        if (y < 0 || x < 0 || y + height > input.Shape.Height || x + width > input.Shape.Width || AsksFor is not { } asked) return null;
        var shown = from row in Enumerable.Range(y, height)
                    from column in Enumerable.Range(x, width)
                    select (double)input[cell.Unit, row, column];
        return exercise.Pose(asked.Question, [.. shown], asked.IsMean);
    }

    /// <summary>Every cell of a window, padding included, row by row.</summary>
    protected IEnumerable<SumTerm> Terms(Tensor input, Cell cell, double? weight)
    {
        for (var k = 0; k < Window.Rows.Kernel * Window.Columns.Kernel; k++)
        {
            var row = Window.Rows.Start(cell.Row) + (k / Window.Columns.Kernel * Window.Rows.Dilation);
            var column = Window.Columns.Start(cell.Column) + (k % Window.Columns.Kernel * Window.Columns.Dilation);
            var inside = row >= 0 && row < input.Shape.Height && column >= 0 && column < input.Shape.Width;
            yield return new(inside ? input[cell.Unit, row, column] : 0, weight, new(cell.Unit, row, column), !inside);
        }
    }

    /// <summary>The window of a node; of a global pool, as large as the map.</summary>
    private static Window WindowOf(NodeDescription node)
    {
        var isReduction = node.OpType.StartsWith("Reduce", StringComparison.Ordinal);
        if (!isReduction && !node.OpType.StartsWith("Global", StringComparison.Ordinal)) return Window.From(node, null);
        var shape = node.OnlyInput;
        var rank = shape.Sizes.Length;
        if (rank is not (2 or 3)) throw new NotSupportedException();
        if (!isReduction) return Window.Over(shape);

        var axes = node.Numbers("axes", 1)?.Select(axis => axis < 0 ? axis + rank + 1 : axis).ToArray() ?? [];
        var (overRows, overColumns) = (rank == 3 && axes.Contains(2), axes.Contains(rank));
        var isKept = node.Int("keepdims", 1) != 0;
        if (axes.Length == 0 || axes.Any(axis => axis < 2) || (!isKept && overColumns && !overRows && rank == 3))
            throw new NotSupportedException();
        var all = Window.Over(shape);
        var one = new Axis(1, 1, 0, 0, 1);
        return new(overRows ? all.Rows : one, overColumns ? all.Columns : one);
    }
}
