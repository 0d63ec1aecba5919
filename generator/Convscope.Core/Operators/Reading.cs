using Convscope.Core.Tensors;

namespace Convscope.Core.Operators;

/// <summary>Which cells of one input the cells of the output read, cells of the padding included.</summary>
public abstract record Reading
{
    private protected Reading()
    {
    }

    /// <summary>The smallest region that holds all that a region of the output reads, unclipped; empty where it reads nothing.</summary>
    public abstract Region Over(Region output, Shape input);
}

/// <summary>Axis by axis: a cell's unit says which units it reads, its row which rows, its column which columns.</summary>
public sealed record AxisReading(Func<int, AxisTaps> Units, Func<int, AxisTaps> Rows, Func<int, AxisTaps> Columns) : Reading
{
    /// <summary>Of a function of one cell, the cell at the same place.</summary>
    public static AxisReading Same { get; } = new(Itself, Itself, Itself);

    /// <summary>Of what depends on the whole input, all of its cells.</summary>
    /// <param name="input">The input's shape, (C, H, W).</param>
    public static AxisReading All(Shape input) =>
        new(_ => AxisTaps.All(input.Units), _ => AxisTaps.All(input.Height), _ => AxisTaps.All(input.Width));

    /// <summary>The index itself.</summary>
    public static AxisTaps Itself(int index) => new(index);

    /// <inheritdoc/>
    public override Region Over(Region output, Shape input)
    {
        var (units, rows, columns) = (
            Hull(Units, output.FirstUnit, output.LastUnit), Hull(Rows, output.Top, output.Bottom),
                Hull(Columns, output.Left, output.Right));
        return new(units.First, units.Last, rows.First, columns.First, rows.Last, columns.Last);
    }

    private static (int First, int Last) Hull(Func<int, AxisTaps> reads, int from, int to)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var i = from; i <= to; i++)
        {
            var taps = reads(i);
            if (taps.Count > 0) (first, last) = (Math.Min(first, taps.First), Math.Max(last, taps.Last));
        }

        return first <= last ? (first, last) : (0, -1);
    }
}

/// <summary>Cell by cell: each copies one, or none.</summary>
public sealed record CopyReading(Func<Cell, Cell?> OriginOf) : Reading
{
    /// <summary>A region of more cells is taken to come from anywhere in the input, rather than looked at cell by cell.</summary>
    private const int MostCells = 1 << 14;

    /// <inheritdoc/>
    public override Region Over(Region output, Shape input)
    {
        if ((long)(output.LastUnit - output.FirstUnit + 1) * output.Height * output.Width > MostCells) return Region.All(input);
        Region? region = null;
        for (var unit = output.FirstUnit; unit <= output.LastUnit; unit++)
        {
            for (var row = output.Top; row <= output.Bottom; row++)
            {
                for (var column = output.Left; column <= output.Right; column++)
                {
                    if (OriginOf(new(unit, row, column)) is { } from) region = region?.Union(Region.Of(from)) ?? Region.Of(from);
                }
            }
        }

        return region ?? new(0, -1, 0, 0, -1, -1);
    }
}

/// <summary>Which cells are read depends on what another input holds: at most these.</summary>
public sealed record ComputedReading(AxisReading AtMost) : Reading
{
    /// <inheritdoc/>
    public override Region Over(Region output, Shape input) => AtMost.Over(output, input);
}

/// <summary>Nobody knows: at most everything, as of an operator that isn't explained.</summary>
public sealed record UnknownReading : Reading
{
    /// <inheritdoc/>
    public override Region Over(Region output, Shape input) => Region.All(input);
}
