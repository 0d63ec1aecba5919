using System.Collections.Immutable;
using Convscope.Core.Texts;

namespace Convscope.Core.Layout;

/// <summary>A stretch of layers whose maps are of about one size.</summary>
/// <param name="From">The first layer's position.</param>
/// <param name="To">The end, exclusive.</param>
/// <param name="Depth">How often the input's sides are halved.</param>
/// <param name="Title">Where it stands on the way down and up again.</param>
internal sealed record ModuleLevel(int From, int To, int Depth, Phrase Title);

/// <summary>
/// Networks whose maps grow smaller and then larger again, U-Nets, encoders with decoders, feature pyramids, are taken apart where the size
/// of the maps changes.
/// </summary>
internal static class ModuleLevels
{
    /// <summary>More stretches are no way down and up.</summary>
    private const int Most = 14;

    /// <summary>The stretches; none where maps only grow smaller.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="from">The first layer.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="feedsHeads">Whether heads read several of the sizes.</param>
    public static ImmutableArray<ModuleLevel> Of(ModuleGraph graph, int from, int to, bool feedsHeads)
    {
        if (!Enumerable.Range(from, to - from).Any(i => Rises(graph, i))) return [];
        var runs = new List<(int From, int To, int Depth)>();
        for (var i = from; i < to; i++)
        {
            var depth = DepthOf(graph, i) ?? (runs.Count > 0 ? runs[^1].Depth : 0);
            if (runs.Count > 0 && runs[^1].Depth == depth) runs[^1] = runs[^1] with { To = i + 1 };
            else runs.Add((i, i + 1, depth));
        }

        if (runs.Count is < 3 or > Most) return [];
        var lowest = runs.FindIndex(run => run.Depth == runs.Max(other => other.Depth));
        var least = runs.Skip(lowest + 1).Select(run => run.Depth).DefaultIfEmpty(0).Min();
        var again = runs.FindIndex(lowest + 1, run => run.Depth == least);
        return [.. runs.Select((run, i) => new ModuleLevel(run.From, run.To, run.Depth, new(
            i < lowest ? feedsHeads ? "module_backbone" : "module_encoder"
            : i == lowest ? feedsHeads ? "module_backbone" : "module_bottleneck"
            : !feedsHeads ? "module_decoder" : i <= again ? "module_top_down" : "module_bottom_up")))];
    }

    /// <summary>Whether a layer's maps are larger than all that it reads; of a single cell, as in squeeze-and-excite, that is no way
    /// up.</summary>
    private static bool Rises(ModuleGraph graph, int layer)
    {
        foreach (var input in graph.InputsOf(layer))
        {
            var read = graph.Layers[input].Shape.MapSize;
            if (read == 1 || read >= graph.Layers[layer].Shape.MapSize) return false;
        }

        return graph.InputsOf(layer).Length > 0 && !graph.Layers[layer].Shape.IsVector;
    }

    /// <summary>How often the sides of a layer's maps are halves of the input's; null where it has no maps.</summary>
    public static int? DepthOf(ModuleGraph graph, int layer)
    {
        var (size, input) = (graph.Layers[layer].Shape.MapSize, graph.Layers[0].Shape.MapSize);
        return size <= 1 || graph.Layers[layer].Shape.Sizes.Length != 3 ? null : (int)Math.Round(Math.Log2((double)input / size) / 2);
    }
}
