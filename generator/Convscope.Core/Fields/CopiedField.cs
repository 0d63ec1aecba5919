using System.Collections.Immutable;
using Convscope.Core.Tensors;

namespace Convscope.Core.Fields;

/// <summary>The field of a unit whose cells are copied from wherever they come: reshapes, transposes, blocks of depth.</summary>
internal static class CopiedField
{
    /// <summary>Maps of many folded axes have rows so long, and ways so many, that what a cell sees is only said at most.</summary>
    private const long MostSteps = 1 << 21;

    /// <summary>Where a cell comes from.</summary>
    internal sealed record Place(UnitField Field, int Row, int Column);

    /// <summary>What a cell sees on one way.</summary>
    private sealed record Entry(int Row, int Column, AxisField Down, AxisField Across);

    private readonly record struct Way(int Number, bool HasHoles);

    /// <summary>The field of a map whose every cell comes from a place, or from none.</summary>
    public static UnitField Of(Shape map, Func<int, int, Place?> origin)
    {
        var ways = new Dictionary<Way, List<Entry>>();
        var isAtMost = false;
        for (var i = 0; i < map.MapSize; i++)
        {
            var (row, column) = Math.DivRem(i, map.Width);
            if (origin(row, column) is not { } from) continue;
            isAtMost |= from.Field.IsAtMost;
            for (var number = 0; number < from.Field.Terms.Length; number++) Add(ways, number, row, column, from);
        }

        var terms = new List<FieldTerm>();
        foreach (var (way, entries) in ways)
        {
            var apart = Terms(map, entries);
            isAtMost |= apart is null;
            terms.AddRange((apart ?? [AtMost(map, entries)]).Select(term => term with { HasHoles = way.HasHoles }));
        }

        return UnitField.Of(terms, isAtMost);
    }

    /// <summary>What all cells see together.</summary>
    private static FieldTerm AtMost(Shape map, List<Entry> entries)
    {
        var down = entries.Select(entry => entry.Down).Distinct().Aggregate((one, other) => one | other);
        var across = entries.Select(entry => entry.Across).Distinct().Aggregate((one, other) => one | other);
        return new([.. Enumerable.Repeat(down, map.Height)], [.. Enumerable.Repeat(across, map.Width)]);
    }

    private static void Add(Dictionary<Way, List<Entry>> ways, int number, int row, int column, Place from)
    {
        var term = from.Field.Terms[number];
        var (down, across) = (term.Down[from.Row], term.Across[from.Column]);
        if (down.ReadsNothing || across.ReadsNothing) return;
        var way = new Way(number, term.HasHoles);
        if (!ways.TryGetValue(way, out var entries)) ways[way] = entries = [];
        entries.Add(term.IsTurned ? new(row, column, across, down) : new(row, column, down, across));
    }

    /// <summary>Terms that see what the cells see: one where a row and a column say it apart, else as few as go through row by
    /// row; null where that would be too many to work out.</summary>
    private static IEnumerable<FieldTerm>? Terms(Shape map, List<Entry> entries)
    {
        if ((Apart(map, entries, isTurned: false) ?? Apart(map, entries, isTurned: true)) is { } term) return [term];
        var rows = entries.GroupBy(entry => (entry.Row, entry.Down)).ToList();
        if ((long)rows.Count * (map.Height + map.Width) > MostSteps) return null;
        var runs = rows.Select(run => Apart(map, [.. run], isTurned: false)!);
        return runs.GroupBy(run => new Columns(run.Across)).Select(alike => alike.Aggregate((one, other) => one with
        {
            Down = [.. one.Down.Zip(other.Down, (first, second) => first | second)],
        }));
    }

    /// <summary>One term, if what a cell sees follows from its row and its column apart; else null.</summary>
    private static FieldTerm? Apart(Shape map, List<Entry> entries, bool isTurned)
    {
        var (down, across) = (new AxisField[map.Height], new AxisField[map.Width]);
        foreach (var entry in entries)
        {
            var (first, second) = isTurned ? (entry.Across, entry.Down) : (entry.Down, entry.Across);
            if (!Takes(ref down[entry.Row], first) || !Takes(ref across[entry.Column], second)) return null;
        }

        // Each row with each column, no cell missing.
        return down.Count(axis => !axis.ReadsNothing) * across.Count(axis => !axis.ReadsNothing) == entries.Count
            ? new([.. down], [.. across]) { IsTurned = isTurned } : null;
    }

    private static bool Takes(ref AxisField place, AxisField field)
    {
        if (place.ReadsNothing) place = field;
        return place == field;
    }

    /// <summary>What the columns see, to compare.</summary>
    private readonly record struct Columns(ImmutableArray<AxisField> Axis)
    {
        public bool Equals(Columns other) => Axis.SequenceEqual(other.Axis);

        public override int GetHashCode() => Axis.Aggregate(0, HashCode.Combine);
    }
}
