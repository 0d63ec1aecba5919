using System.Collections.Immutable;

namespace Convscope.Core.Fields;

/// <summary>The receptive fields of all cells of a unit.</summary>
/// <param name="Terms">The ways on which its cells see the picture.</param>
/// <param name="IsAtMost">Whether a layer on the way doesn't say what it reads, so that the cells see this much or less.</param>
public sealed record UnitField(ImmutableArray<FieldTerm> Terms, bool IsAtMost)
{
    /// <summary>More numbers than these are put together into one term: such a map sees at most that.</summary>
    private const int MostEntries = 1 << 20;

    /// <summary>Puts ways together, as few as see the same.</summary>
    public static UnitField Of(IEnumerable<FieldTerm> ways, bool isAtMost)
    {
        var terms = new List<FieldTerm>();
        foreach (var way in ways.Where(way => !way.IsIdle))
        {
            var merged = way;
            var at = terms.FindIndex(term => (merged = term.With(way)) is not null);
            if (at < 0) terms.Add(way);
            else terms[at] = merged!;
        }

        if (terms.Count < 2 || (long)terms.Count * (terms[0].Down.Length + terms[0].Across.Length) <= MostEntries)
            return new([.. terms], isAtMost);
        var all = Everything(terms);
        return new([all with { Down = [.. terms[0].Down.Select(_ => all.Down[0])],
            Across = [.. terms[0].Across.Select(_ => all.Across[0])] }], true);
    }

    /// <summary>What ways see in all, at one cell: the rows and columns of each, whether at the same cell or not.</summary>
    public static FieldTerm Everything(IEnumerable<FieldTerm> ways) => ways.Select(way => way.Gathered())
        .Select(way => way.IsTurned ? new(way.Across, way.Down) : way)
        .Aggregate((one, other) => new([one.Down[0] | other.Down[0]], [one.Across[0] | other.Across[0]]));

    /// <summary>The receptive field of a cell.</summary>
    public CellField At(int row, int column)
    {
        var field = default(CellField);
        foreach (var term in Terms) field = field.With(term.At(row, column));
        return field;
    }

    /// <summary>The most rows and the most columns that any of its cells sees; 0 where none sees a pixel.</summary>
    public (int Height, int Width) Largest
    {
        get
        {
            if (Terms.IsEmpty) return default;
            if (Terms.Length == 1) return Terms[0].Largest;
            var (height, width) = (0, 0);
            for (var row = 0; row < Terms[0].Down.Length; row++)
            {
                for (var column = 0; column < Terms[0].Across.Length; column++)
                {
                    if (At(row, column).Pixels is { } box) (height, width) = (Math.Max(height, box.Height), Math.Max(width, box.Width));
                }
            }

            return (height, width);
        }
    }

    /// <inheritdoc/>
    public bool Equals(UnitField? other) => other is not null && IsAtMost == other.IsAtMost && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.Aggregate(IsAtMost ? 1 : 0, HashCode.Combine);
}
