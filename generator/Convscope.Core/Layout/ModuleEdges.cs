using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>All that one module reads of another, as one curve.</summary>
/// <param name="From">The layer whose maps stand for the module that is read.</param>
/// <param name="To">The layer whose maps stand for the one that reads.</param>
/// <param name="Path">An SVG path.</param>
/// <param name="Width">Width of the stroke, by the number of edges of the graph that it stands for.</param>
/// <param name="IsArc">Whether it passes other modules by, above them.</param>
public sealed record ModuleEdge(string From, string To, string Path, double Width, bool IsArc);

/// <summary>Bundles a graph's edges to one curve between two modules.</summary>
internal static class ModuleEdges
{
    private const int ArcStep = 14, MostArcs = 10, Rail = 22, SkipInset = 12;

    /// <summary>How many edges of the graph run from one module to another, by their places in the strip.</summary>
    public static ImmutableArray<(int From, int To, int Count)> Between(NetworkGraph network, ImmutableArray<Module> modules)
    {
        var home = modules.SelectMany((module, i) => module.Layers.Select(layer => (layer.Id, i)))
            .ToDictionary(pair => pair.Id, pair => pair.i);
        return [..
            from layer in modules.SelectMany(module => module.Layers)
            from input in layer.Inputs
            where home.ContainsKey(input) && home[input] != home[layer.Id]
            group input by (From: home[input], To: home[layer.Id]) into bundle
            orderby bundle.Key.From, bundle.Key.To
            select (bundle.Key.From, bundle.Key.To, bundle.Count())];
    }

    /// <summary>The height that arcs take above the modules.</summary>
    public static int Room(ImmutableArray<(int From, int To, int Count)> edges, ImmutableArray<int> levels)
    {
        var arcs = edges.Count(edge => edge.To > edge.From + 1 && !IsSkip(edge.From, edge.To, levels));
        return arcs == 0 ? 0 : arcs > MostArcs ? Rail + 8 : (Heights(edges, levels).Values.Max() * ArcStep) + ArcStep;
    }

    public static ImmutableArray<ModuleEdge> Drawn(
        ImmutableArray<(int From, int To, int Count)> edges, ImmutableArray<OverviewLayer> faces, ImmutableArray<int> levels, int middle,
        int room)
    {
        var heights = Heights(edges, levels);
        var (isRail, isLevelled) = (heights.Count > MostArcs, levels.Any(level => level > 0));
        return [.. edges.Select(edge =>
        {
            var (from, to) = (faces[edge.From], faces[edge.To]);
            var isNext = edge.To == edge.From + 1;
            var isArc = heights.TryGetValue((edge.From, edge.To), out var height);
            var path = isArc ? Over(from, to, isRail ? 8 : room - (height * ArcStep), room, levels[edge.From], levels[edge.To])
                : !isNext ? Straight(from, to, from.Y + SkipInset)
                : isLevelled && from.Y + from.Height != to.Y + to.Height ? Bent(from, to) : Straight(from, to, isLevelled
                    ? from.Y + (from.Height / 2) : middle);
            return new ModuleEdge(from.Id, to.Id, path, isNext ? Math.Min(9, 3 + (1.5 * Math.Log2(edge.Count))) : isArc ? 1.5 : 3, isArc);
        })];
    }

    /// <summary>Whether everything between two modules of one level lies lower: the skip of a U-Net runs straight across.</summary>
    private static bool IsSkip(int from, int to, ImmutableArray<int> levels) => levels[from] == levels[to] && to > from + 1
        && Enumerable.Range(from + 1, to - from - 1).All(i => levels[i] > levels[from]);

    /// <summary>How high each arc must lie above what it passes; many share one rail, so that each module has one way up and one way
    /// down.</summary>
    private static Dictionary<(int From, int To), int> Heights(ImmutableArray<(int From, int To, int Count)> edges,
        ImmutableArray<int> levels)
    {
        var heights = new Dictionary<(int From, int To), int>();
        foreach (var edge in edges.Where(edge => edge.To > edge.From + 1 && !IsSkip(edge.From, edge.To, levels))
            .OrderBy(edge => edge.To - edge.From).ThenBy(edge => edge.From))
        {
            var below = heights.Where(other => other.Key.From < edge.To && other.Key.To > edge.From).Select(other => other.Value)
                .DefaultIfEmpty(0).Max();
            heights[(edge.From, edge.To)] = below + 1;
        }

        return heights;
    }

    private static string Straight(OverviewLayer from, OverviewLayer to, int y) => Invariant($"M{from.X + from.Width + 4} {y}H{to.X - 4}");

    private static string Bent(OverviewLayer from, OverviewLayer to)
    {
        int x1 = from.X + from.Width + 4, y1 = from.Y + (from.Height / 2), x2 = to.X - 4, y2 = to.Y + (to.Height / 2), x = (x1 + x2) / 2;
        return Invariant($"M{x1} {y1}C{x} {y1} {x} {y2} {x2} {y2}");
    }

    private static string Over(OverviewLayer from, OverviewLayer to, int y, int foot, int low, int lower)
    {
        int x1 = from.X + (from.Width / 2) + 6, x2 = to.X + (to.Width / 2) - 6;
        int start = foot + (low * OverviewStrip.LevelPitch), end = foot + (lower * OverviewStrip.LevelPitch);
        return Invariant($"M{x1} {start}V{y + 6}q0 -6 6 -6H{x2 - 6}q6 0 6 6V{end}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
