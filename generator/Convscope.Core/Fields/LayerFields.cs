using System.Collections.Immutable;

namespace Convscope.Core.Fields;

/// <summary>The receptive fields of a layer's units; units that see alike share one.</summary>
/// <param name="Distinct">All that differ.</param>
/// <param name="Kinds">Which of them is a unit's.</param>
public sealed record LayerFields(ImmutableArray<UnitField> Distinct, ImmutableArray<int> Kinds)
{
    /// <summary>A unit's.</summary>
    public UnitField this[int unit] => Distinct[Kinds[unit]];

    /// <summary>Whether the units don't all see alike, as those of a concatenation of unequal branches.</summary>
    public bool DoUnitsDiffer => Distinct.Length > 1;

    /// <summary>Whether that of any unit isn't known but at most.</summary>
    public bool IsAtMost => Distinct.Any(unit => unit.IsAtMost);

    /// <summary>The most rows and columns that any cell of any unit sees.</summary>
    public (int Height, int Width) Largest => Over(Math.Max);

    /// <summary>The same of the unit that sees least.</summary>
    public (int Height, int Width) Smallest => Over(Math.Min);

    private (int Height, int Width) Over(Func<int, int, int> choose) =>
        Distinct.Select(field => field.Largest).Aggregate((one, other) =>
            (choose(one.Height, other.Height), choose(one.Width, other.Width)));

    /// <summary>One field a unit, put together where they are equal.</summary>
    internal static LayerFields Of(IEnumerable<UnitField> units)
    {
        var places = new Dictionary<UnitField, int>();
        var kinds = ImmutableArray.CreateBuilder<int>();
        foreach (var unit in units)
        {
            if (!places.TryGetValue(unit, out var place)) places[unit] = place = places.Count;
            kinds.Add(place);
        }

        return new([.. places.OrderBy(pair => pair.Value).Select(pair => pair.Key)], kinds.ToImmutable());
    }
}
