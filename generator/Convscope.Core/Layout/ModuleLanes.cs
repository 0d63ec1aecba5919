using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>Where a layer stands within its module: its column, by depth, and the rows of branches that it stands beside.</summary>
internal sealed record ModulePlace(Layer Layer, int Column, int FirstLane, int LastLane);

/// <summary>Lays the branches of a module out as rows. A layer stays in the row of what it reads; another that reads the same opens a new
/// row.</summary>
internal static class ModuleLanes
{
    public static ImmutableArray<ModulePlace> Of(ImmutableArray<Layer> layers)
    {
        var places = new Dictionary<string, ModulePlace>();
        var lastReader = new Dictionary<string, Layer>();
        foreach (var layer in layers)
        {
            foreach (var input in layer.Inputs) lastReader[input] = layer;
        }

        // The layer that each row ends with so far; null once a join has taken the row in.
        var tails = new List<Layer?>();
        foreach (var layer in layers)
        {
            var inputs = layer.Inputs.Distinct().Where(places.ContainsKey).Select(id => places[id]).ToArray();
            var column = inputs.Select(input => input.Column + 1).DefaultIfEmpty(0).Max();
            var open = inputs.Where(input => tails[input.FirstLane] == input.Layer).OrderByDescending(input => input.Column).ToArray();
            if (open.Length == 0)
            {
                tails.Add(layer);
                places[layer.Id] = new(layer, column, tails.Count - 1, tails.Count - 1);
                continue;
            }

            var ending = open.Where(input => lastReader[input.Layer.Id] == layer).ToArray();
            var (first, last) = ending.Contains(open[0]) && ending.Length > 1
                ? (ending.Min(input => input.FirstLane), ending.Max(input => input.LastLane)) : (open[0].FirstLane, open[0].LastLane);
            var isFree = Enumerable.Range(first, last - first + 1)
                .All(lane => tails[lane] is null || ending.Any(input => input.Layer == tails[lane]));
            if (ending.Length > 1 && !isFree) (first, last) = (open[0].FirstLane, open[0].LastLane);
            foreach (var input in ending) tails[input.FirstLane] = null;
            tails[first] = layer;

            // A row that was taken in may reach farther than the join that stands beside it.
            while (places.Values.Any(other => other.Column == column && other.FirstLane <= last && other.LastLane >= first)) column++;
            places[layer.Id] = new(layer, column, first, last);
        }

        return [.. layers.Select(layer => places[layer.Id])];
    }

    /// <summary>Whether an edge passes other layers by: one of its source's row, or of its target's where it comes from outside, stands
    /// between.</summary>
    public static bool Passes(IReadOnlyDictionary<string, ModulePlace> places, string input, ModulePlace to)
    {
        var from = places.GetValueOrDefault(input);
        var (lane, start) = (from?.FirstLane ?? to.FirstLane, from?.Column ?? -1);
        return places.Values.Any(other => other.Column > start && other.Column < to.Column && other.FirstLane <= lane
            && other.LastLane >= lane);
    }
}
