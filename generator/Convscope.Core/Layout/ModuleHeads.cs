using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Texts;

namespace Convscope.Core.Layout;

/// <summary>What one of several heads consists of.</summary>
/// <param name="Title">What papers call it.</param>
/// <param name="Layers">Its layers, in the network's order.</param>
internal sealed record ModuleHead(Phrase Title, ImmutableArray<Layer> Layers);

/// <summary>
/// Finds the heads of a network that answers several questions of the same maps: the last weighted layers, each with all that leads to it
/// alone, one head a scale. What only brings their answers together comes after them, the rest is the trunk.
/// </summary>
/// <param name="Trunk">The layers that heads share.</param>
/// <param name="Heads">The heads, the largest maps first; empty where there are fewer than two.</param>
/// <param name="Rest">What brings them together.</param>
internal sealed record ModuleHeads(ImmutableArray<Layer> Trunk, ImmutableArray<ModuleHead> Heads, ImmutableArray<Layer> Rest)
{
    /// <summary>Heads of one network are few; more ends are no heads.</summary>
    private const int MostEnds = 64;

    /// <summary>Takes a network apart.</summary>
    public static ModuleHeads Of(NetworkGraph network)
    {
        // Which of the last weighted layers each layer leads to; one that leads to none only brings together.
        var reached = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var ends = new List<Layer>();
        foreach (var layer in network.Layers.Reverse())
        {
            var bits = network.ReadersOf(layer).Aggregate(0UL, (all, reader) => all | reached[reader.Id]);
            if (bits == 0 && LayerRoles.RoleOf(layer, network) == LayerRole.Mix && ends.Count < MostEnds)
            {
                bits = 1UL << ends.Count;
                ends.Add(layer);
            }

            reached[layer.Id] = bits;
        }

        if (AreAdded(network, ends)) return new(network.Layers, [], []);
        var scales = ends.GroupBy(ScaleOf).OrderByDescending(scale => scale.Key.Side).ThenBy(scale => scale.Key.End)
            .Select(scale => scale.OrderBy(Position).ToArray()).ToArray();
        if (scales.Length == 1) scales = [.. scales[0].Select(end => new[] { end })];
        return ends.Count is < 2 or >= MostEnds
            ? new(network.Layers, [], []) : Parted(network, scales, reached, layer => 1UL << ends.IndexOf(layer));

        int Position(Layer layer) => network.Layers.IndexOf(layer);

        // Numbers that aren't maps have no scale: each is a head of its own.
        (int Side, int End) ScaleOf(Layer end) => end.Shape.IsVector ? (0, Position(end)) : (end.Shape.MapSize, 0);
    }

    /// <summary>Ends that are added up or multiplied are branches of one answer.</summary>
    private static bool AreAdded(NetworkGraph network, List<Layer> ends)
    {
        var from = ends.ToDictionary(end => end.Id, end => end.Id, StringComparer.Ordinal);
        foreach (var layer in network.Layers)
        {
            string[] sources = [.. layer.Inputs.Select(input => from.GetValueOrDefault(input, "")).Distinct()];
            if (sources.Length > 1 && sources.All(source => source.Length > 0)
                && layer.Operator.Joins is not (Joining.None or Joining.Stack)) return true;
            if (sources is [{ Length: > 0 } source] && !from.ContainsKey(layer.Id)) from[layer.Id] = source;
        }

        return false;
    }

    private static ModuleHeads Parted(
        NetworkGraph network, Layer[][] scales, Dictionary<string, ulong> reached, Func<Layer, ulong> bitOf)
    {
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        var areAlike = scales.All(scale => scale[0].Shape.MapSize == scales[0][0].Shape.MapSize);
        for (var i = 0; i < scales.Length; i++)
        {
            var bits = scales[i].Select(bitOf).ToArray();
            foreach (var layer in network.Layers.Reverse())
            {
                // Of one answer alone the weighted layer is the head: what leads to it may as well be the end of the trunk.
                if (bits.Length > 1 || areAlike
                    ? bits.Contains(reached[layer.Id]) && layer.Shape.MapSize == scales[i][0].Shape.MapSize
                        && network.ReadersOf(layer).All(reader => reached[reader.Id] == 0 || homes.GetValueOrDefault(reader.Id, -1) == i)
                    : layer == scales[i][0]) homes[layer.Id] = i;
            }
        }

        // What follows a head, and no other, is a part of it.
        foreach (var layer in network.Layers.Where(layer => reached[layer.Id] == 0))
        {
            var from = layer.Inputs.Select(input => homes.GetValueOrDefault(input, -1)).Distinct().ToArray();
            if (from is [>= 0]) homes[layer.Id] = from[0];
        }

        var after = network.Layers.Where(layer => reached[layer.Id] == 0 && !homes.ContainsKey(layer.Id)).ToImmutableArray();
        return new(
            [.. network.Layers.Where(layer => reached[layer.Id] != 0 && !homes.ContainsKey(layer.Id))],
            [.. scales.Select((scale, i) => new ModuleHead(
                TitleOf(scale, areAlike), [.. network.Layers.Where(layer => homes.GetValueOrDefault(layer.Id, -1) == i)]))],
            after);
    }

    /// <summary>SSD has a layer for classes and one for boxes at each scale, YOLO one for both.</summary>
    private static Phrase TitleOf(Layer[] scale, bool areAlike) =>
        new(areAlike ? "module_head" : scale.Length > 1 ? "module_ssd_head" : "module_yolo_head");
}
