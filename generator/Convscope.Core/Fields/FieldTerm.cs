using System.Collections.Immutable;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;

namespace Convscope.Core.Fields;

/// <summary>
/// One way from a map to the picture: a cell's row says what it sees of the picture's rows, its column what of the columns, and the
/// cell sees nothing where either sees nothing. Most maps have one.
/// </summary>
/// <param name="Down">One a row of the map.</param>
/// <param name="Across">One a column.</param>
public sealed record FieldTerm(ImmutableArray<AxisField> Down, ImmutableArray<AxisField> Across)
{
    /// <summary>True after a transpose: the rows of the map see columns of the picture.</summary>
    public bool IsTurned { get; init; }

    /// <summary>Whether pixels may be missing although no row and no column is, as where a tall and a wide window are added.</summary>
    public bool HasHoles { get; init; }

    /// <summary>Whether no cell reads anything this way.</summary>
    public bool IsIdle => Down.All(axis => axis.ReadsNothing) || Across.All(axis => axis.ReadsNothing);

    /// <summary>The most rows and the most columns that any cell sees this way; 0 where none sees a pixel.</summary>
    public (int Height, int Width) Largest
    {
        get
        {
            var (down, across) = (Down.Max(axis => axis.Pixels.Length), Across.Max(axis => axis.Pixels.Length));
            return down == 0 || across == 0 ? default : IsTurned ? (across, down) : (down, across);
        }
    }

    /// <summary>What the picture sees of itself.</summary>
    public static FieldTerm Itself(Shape picture) => new(
        [.. Enumerable.Range(0, picture.Height).Select(row => new AxisField(PixelSet.Of(row), false))],
        [.. Enumerable.Range(0, picture.Width).Select(column => new AxisField(PixelSet.Of(column), false))]);

    /// <summary>What a map sees whose every cell reads padding alone.</summary>
    public static FieldTerm Padding(Shape map) => new(
        [.. Enumerable.Repeat(AxisField.Padding, map.Height)], [.. Enumerable.Repeat(AxisField.Padding, map.Width)]);

    /// <summary>The way of a layer that reads this map.</summary>
    public FieldTerm Through(AxisReading reading, Shape output) => this with
    {
        Down = AxisField.Through(Down, reading.Rows, output.Height),
        Across = AxisField.Through(Across, reading.Columns, output.Width),
    };

    /// <summary>What all cells of the map see together, at one cell.</summary>
    public FieldTerm Gathered() => this with
    {
        Down = [AxisField.Union(Down, AxisTaps.All(Down.Length))],
        Across = [AxisField.Union(Across, AxisTaps.All(Across.Length))],
    };

    /// <summary>What a cell sees.</summary>
    public CellField At(int row, int column)
    {
        var (down, across) = (Down[row], Across[column]);
        if (down.ReadsNothing || across.ReadsNothing) return default;
        var readsPadding = down.ReadsPadding || across.ReadsPadding;
        if (down.Pixels.IsEmpty || across.Pixels.IsEmpty) return new(null, readsPadding, false);
        var (rows, columns) = IsTurned ? (across.Pixels, down.Pixels) : (down.Pixels, across.Pixels);
        return new(new(rows.First, columns.First, rows.Last, columns.Last), readsPadding, HasHoles || rows.HasGaps || columns.HasGaps);
    }

    /// <summary>Both ways as one, which is exact where they see something at the same cells; null where they don't.</summary>
    public FieldTerm? With(FieldTerm other)
    {
        if (IsTurned != other.IsTurned || !AreAlike(Down, other.Down) || !AreAlike(Across, other.Across)) return null;
        var hasHoles = Holds(Down, other.Down) && Holds(Across, other.Across) ? HasHoles
            : Holds(other.Down, Down) && Holds(other.Across, Across) ? other.HasHoles
            : HasHoles || other.HasHoles || !(Down.SequenceEqual(other.Down) || Across.SequenceEqual(other.Across));
        return this with { Down = Both(Down, other.Down), Across = Both(Across, other.Across), HasHoles = hasHoles };
    }

    /// <inheritdoc/>
    public bool Equals(FieldTerm? other) => other is not null && (IsTurned, HasHoles) == (other.IsTurned, other.HasHoles)
        && Down.SequenceEqual(other.Down) && Across.SequenceEqual(other.Across);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Down[0], Down[^1], Across[0], Across[^1], Down.Length, Across.Length, IsTurned);

    private static bool AreAlike(ImmutableArray<AxisField> one, ImmutableArray<AxisField> other) =>
        one.Zip(other).All(pair => pair.First.Pixels.IsEmpty == pair.Second.Pixels.IsEmpty
            && pair.First.ReadsNothing == pair.Second.ReadsNothing);

    private static bool Holds(ImmutableArray<AxisField> one, ImmutableArray<AxisField> other) =>
        one.Zip(other).All(pair => pair.First.Pixels.Holds(pair.Second.Pixels));

    private static ImmutableArray<AxisField> Both(ImmutableArray<AxisField> one, ImmutableArray<AxisField> other) =>
        [.. one.Zip(other, (first, second) => first | second)];
}
