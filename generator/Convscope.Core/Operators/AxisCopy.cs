using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>
/// A copy in which the unit of a cell decides the unit that it comes from, its row the row, and its column the column. An origin
/// beyond the edge of the input is none: there the cell is filled.
/// </summary>
public abstract class AxisCopy : Copy
{
    private readonly int[] _units;
    private readonly int[] _rows;
    private readonly int[] _columns;

    /// <summary>A copy with one list an axis: where index 0, 1, 2 of the output comes from.</summary>
    /// <param name="input">Shape of the input.</param>
    /// <param name="output">Shape of the output, with as many axes.</param>
    /// <param name="origins">The list of an axis, counted without the batch axis.</param>
    /// <exception cref="NotSupportedException">The number of axes changes, or a list isn't as long as its axis.</exception>
    protected AxisCopy(Shape input, Shape output, Func<int, int[]> origins)
        : base([input], output)
    {
        var rank = output.Sizes.Length;
        if (rank != input.Sizes.Length || rank == 0) throw new NotSupportedException();
        int[] Axis(int axis) => origins(axis) is var list && list.Length == output.Sizes[axis] ? list : throw new NotSupportedException();
        int[] Same(int size) => [.. Enumerable.Range(0, size)];
        _units = Axis(0);
        _rows = rank >= 3 ? Axis(1) : Same(output.Height);

        // Axes beyond the third are folded into the columns, the last one fastest.
        _columns = rank is 2 or 3 ? Axis(rank - 1) : [.. Enumerable.Range(0, rank).Skip(2).Aggregate((int[])[0], (columns, axis) =>
            [.. columns.SelectMany(_ => Axis(axis), (column, at) => Folded(column, at, input.Sizes[axis]))])];
        IsPerUnit = _units.SequenceEqual(Same(input.Units));
    }

    /// <inheritdoc/>
    public override bool IsPerUnit { get; }

    /// <inheritdoc/>
    public override Origin? OriginOf(Cell cell)
    {
        var from = new Cell(_units[cell.Unit], _rows[cell.Row], _columns[cell.Column]);
        return Region.Of(from).Meets(OperandShapes[0]) ? new(0, from) : null;
    }

    /// <inheritdoc/>
    public override Reading ReadingOf(int input, Shape inputShape) =>
        new AxisReading(unit => new(_units[unit]), row => new(_rows[row]), column => new(_columns[column]));

    /// <summary>What lies beyond the edge of one axis mustn't become a cell of the next.</summary>
    private static int Folded(int column, int at, int size) => at >= 0 && at < size && column >= 0 ? (column * size) + at : -1;
}
