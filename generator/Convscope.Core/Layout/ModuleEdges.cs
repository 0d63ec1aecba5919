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
    private const int ArcStep = 14, MostArcs = 10, Rail = 22;

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
    public static int Room(ImmutableArray<(int From, int To, int Count)> edges)
    {
        var arcs = edges.Count(edge => edge.To > edge.From + 1);
        return arcs == 0 ? 0 : arcs > MostArcs ? Rail + 8 : (Levels(edges).Values.Max() * ArcStep) + ArcStep;
    }

    public static ImmutableArray<ModuleEdge> Drawn(
        ImmutableArray<(int From, int To, int Count)> edges, ImmutableArray<OverviewLayer> faces, int top, int tallest, int room)
    {
        var levels = Levels(edges);
        var isRail = levels.Count > MostArcs;
        return [.. edges.Select(edge =>
        {
            var (from, to) = (faces[edge.From], faces[edge.To]);
            var isArc = edge.To > edge.From + 1;
            var path = !isArc ? Straight(from, to, top + (tallest / 2))
                : Over(from, to, isRail ? 8 : room - (levels[(edge.From, edge.To)] * ArcStep), room);
            return new ModuleEdge(from.Id, to.Id, path, isArc ? 1.5 : Math.Min(9, 3 + (1.5 * Math.Log2(edge.Count))), isArc);
        })];
    }

    /// <summary>How high each arc must lie above what it passes; many share one rail, so that each module has one way up and one way
    /// down.</summary>
    private static Dictionary<(int From, int To), int> Levels(ImmutableArray<(int From, int To, int Count)> edges)
    {
        var levels = new Dictionary<(int From, int To), int>();
        foreach (var edge in edges.Where(edge => edge.To > edge.From + 1).OrderBy(edge => edge.To - edge.From).ThenBy(edge => edge.From))
        {
            var below = levels.Where(other => other.Key.From < edge.To && other.Key.To > edge.From).Select(other => other.Value)
                .DefaultIfEmpty(0).Max();
            levels[(edge.From, edge.To)] = below + 1;
        }

        return levels;
    }

    private static string Straight(OverviewLayer from, OverviewLayer to, int y) => Invariant($"M{from.X + from.Width + 4} {y}H{to.X - 4}");

    private static string Over(OverviewLayer from, OverviewLayer to, int y, int foot)
    {
        int x1 = from.X + (from.Width / 2) + 6, x2 = to.X + (to.Width / 2) - 6;
        return Invariant($"M{x1} {foot}V{y + 6}q0 -6 6 -6H{x2 - 6}q6 0 6 6V{foot}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
