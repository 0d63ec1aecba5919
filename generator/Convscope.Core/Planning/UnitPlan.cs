using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Planning;

/// <summary>
/// Which layers and units of a network get maps and pages, the same for every picture: all of a small network; of a large
/// one, the units with the largest mean absolute activation (<see cref="UnitRanking"/>), and the classes that any picture
/// comes out as.
/// </summary>
public sealed class UnitPlan
{
    /// <summary>Units of a layer, where the whole network doesn't have too many.</summary>
    public const int MostUnits = 64;

    /// <summary>Units of a layer, however many layers there are.</summary>
    public const int FewestUnits = 8;

    /// <summary>Units of all layers together, which is pages a picture.</summary>
    public const int UnitsInAll = 1024;

    /// <summary>Layers whose units have pages.</summary>
    public const int MostLayers = UnitsInAll / FewestUnits;

    /// <summary>Bytes a picture may take by estimate.</summary>
    public const long BytesAPicture = 60_000_000;

    /// <summary>So many of each picture's first classes are shown, as far as they fit.</summary>
    private const int FirstClasses = 5;

    /// <summary>The channels of a picture that goes in or comes out are always shown.</summary>
    private const int PictureChannels = 4;

    private readonly Dictionary<string, ImmutableArray<int>> _units;
    private readonly Func<Layer, IEnumerable<int>> _order;

    private UnitPlan(int units, Dictionary<string, ImmutableArray<int>> byLayer, Func<Layer, IEnumerable<int>> order) =>
        (UnitsALayer, _units, _order) = (units, byLayer, order);

    /// <summary>How many units of a layer are shown at most.</summary>
    public int UnitsALayer { get; }

    /// <summary>Makes the plan.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pictures">How active its units are on each picture.</param>
    /// <param name="limits">What the user allows.</param>
    public static UnitPlan Of(NetworkGraph network, IReadOnlyList<UnitActivity> pictures, PlanLimits limits)
    {
        var shown = LayerChoice.Of(network, limits.Layers ?? MostLayers);
        var units = UnitCount(network, shown, pictures.Count, limits);

        // Of a small network all units are shown, and none of them need be ranked.
        var ranking = new Lazy<UnitRanking>(() => new(network, pictures));
        var classes = new Lazy<List<(Layer Layer, (int Unit, int Place)[] Classes)>>(() => FirstOf(network, pictures));
        var byLayer = new Dictionary<string, ImmutableArray<int>>(StringComparer.Ordinal);
        foreach (var layer in network.Layers) byLayer.Add(layer.Id, Units(layer));
        return new(units, byLayer, layer => Wanted(layer).Concat(ranking.Value.Order(layer)).Distinct());

        ImmutableArray<int> Units(Layer layer)
        {
            if (layer.Operator is ILaysOut || !shown.Contains(layer.Id)) return [];
            var isPicture = layer == network.Input || layer == network.Output;
            if (layer.Shape.Units <= (isPicture ? Math.Max(units, PictureChannels) : units))
                return [.. Enumerable.Range(0, layer.Shape.Units)];
            var wanted = Wanted(layer);
            return [.. wanted.Concat(ranking.Value.Order(layer)).Distinct().Take(Math.Max(units, wanted.Length)).Order()];
        }

        int[] Wanted(Layer layer) => [.. classes.Value.Where(ranked => ranking.Value.RankTogether(layer, ranked.Layer))
            .SelectMany(ranked => ranked.Classes)
            .OrderBy(one => one.Place).DistinctBy(one => one.Unit).Where((one, i) => one.Place == 0 || i < units).Select(one => one.Unit)];
    }

    /// <summary>Units to show, ascending; none of a layer without unit pages. A flatten's units are cells of its layer's page.</summary>
    public ImmutableArray<int> Units(Layer layer) => _units[layer.Id];

    /// <summary>Of the units that are shown, so many as a drawing has room for, ascending: the same that would be shown if no more
    /// were.</summary>
    public ImmutableArray<int> Units(Layer layer, int most)
    {
        var units = Units(layer);
        return units.Length <= most ? units : [.. _order(layer).Where(unit => units.BinarySearch(unit) >= 0).Take(most).Order()];
    }

    /// <summary>The largest number of units a layer that keeps within the budgets.</summary>
    private static int UnitCount(NetworkGraph network, IReadOnlySet<string> shown, int pictures, PlanLimits limits)
    {
        var units = limits.Units ?? MostUnits;
        long All(int each) => network.Layers.Where(layer => shown.Contains(layer.Id)).Sum(layer => (long)Math.Min(layer.Shape.Units, each));
        if (limits.Units is null)
        {
            while (units > FewestUnits && All(units) > UnitsInAll) units--;
        }

        if (limits.Units is not null && limits.Bytes is null) return units;
        var bytes = limits.Bytes / Math.Max(1, pictures) ?? BytesAPicture;
        while (units > 1 && SizeEstimate.Picture(network, shown, units, limits.Languages) > bytes) units--;
        return units;
    }

    /// <summary>The classes of each output vector in the order of their places: every picture's first, then every picture's
    /// second.</summary>
    private static List<(Layer Layer, (int Unit, int Place)[] Classes)> FirstOf(NetworkGraph network, IReadOnlyList<UnitActivity> pictures)
    {
        var outputs = network.Layers.Where(layer => layer.Shape.IsVector && !network.ReadersOf(layer).Any());
        return [.. outputs.Select(layer => (layer, pictures.SelectMany(picture =>
        {
            var values = picture.Maxima(layer);
            return Enumerable.Range(0, values.Count).OrderByDescending(unit => values[unit]).ThenBy(unit => unit).Take(FirstClasses)
                .Select((unit, place) => (unit, place));
        }).OrderBy(one => one.place).Select(one => (one.unit, one.place)).ToArray()))];
    }
}
