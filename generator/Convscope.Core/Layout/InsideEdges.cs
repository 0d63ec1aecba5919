using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>The curves inside a module: from unit to unit between neighbours; one arc where an edge passes layers of its own row
/// by.</summary>
internal sealed partial class InsideEdges(
    NetworkGraph network,
        Dictionary<string, ModulePlace> places, Dictionary<string, OverviewLayer> placed, Dictionary<string, int> levels,
            Func<ModulePlace, int> topOf)
{
    private const int Bend = 54, Arc = 12, Inset = 10;

    /// <summary>How high above its row the arcs into each layer must lie, for those that are met by one.</summary>
    public static Dictionary<string, int> Levels(ImmutableArray<ModulePlace> all, Dictionary<string, ModulePlace> places)
    {
        var levels = new Dictionary<string, int>();
        var spans = new List<(int From, int To, int Lane, int Level)>();
        foreach (var place in all)
        {
            foreach (var from in place.Layer.Inputs.Distinct().Where(input => ModuleLanes.Passes(places, input, place))
                .Select(input => ColumnOf(places, input)))
            {
                var below = spans.Where(span => span.Lane == place.FirstLane && span.From < place.Column && span.To > from)
                    .Select(span => span.Level).DefaultIfEmpty(0).Max();
                spans.Add((from, place.Column, place.FirstLane, below + 1));
                levels[place.Layer.Id] = Math.Max(levels.GetValueOrDefault(place.Layer.Id), below + 1);
            }
        }

        return levels;
    }

    public ImmutableArray<OverviewEdges> Curves()
    {
        var curves = ImmutableArray.CreateBuilder<OverviewEdges>();
        foreach (var place in places.Values)
        {
            var into = OverviewCurves.Into(network, place.Layer, placed).ToArray();
            foreach (var input in place.Layer.Inputs.Distinct().Where(input => !ModuleLanes.Passes(places, input, place)))
            {
                foreach (var edges in into.Where(edges => edges.From == input)) curves.Add(Bent(edges, place));
            }
        }

        return curves.ToImmutable();
    }

    public ImmutableArray<ModuleEdge> Arcs()
    {
        return [..
            from place in places.Values
            from input in place.Layer.Inputs.Distinct()
            where ModuleLanes.Passes(places, input, place)
            select new ModuleEdge(input, place.Layer.Id, Over(input, place), 2.5, true)];
    }

    private static int ColumnOf(Dictionary<string, ModulePlace> places, string layer) => places.GetValueOrDefault(layer)?.Column ?? -1;

    /// <summary>A curve that has far to go stays in its row until the last column.</summary>
    private OverviewEdges Bent(OverviewEdges edges, ModulePlace to)
    {
        var target = placed[edges.Layer];
        var from = placed[edges.From];
        if (edges.IsArea || to.Column - ColumnOf(places, edges.From) <= 1) return edges;
        var bend = target.X - Bend;
        return edges with
        {
            Path = Start().Replace(edges.Path, match =>
                Invariant($"M{match.Groups[1].Value} {match.Groups[2].Value}H{bend}C{bend + (Bend / 2)} {match.Groups[2].Value} {bend + (Bend / 2)} {match.Groups[3].Value} ")),
        };
    }

    private string Over(string input, ModulePlace to)
    {
        var target = placed[to.Layer.Id];
        int foot = topOf(to) + 2, y = topOf(to) - (levels[to.Layer.Id] * Arc) + 6, x2 = target.X + (target.Width / 2) - Inset;
        // A join beside several rows stands lower than its first row: the arc comes down to its heading.
        var down = Math.Max(foot, target.Y - 44);
        if (!places.TryGetValue(input, out var from))
            return Invariant($"M{placed[input].X + (placed[input].Width / 2)} {placed[input].Y - 3}V{y + 6}q0 -6 6 -6H{x2 - 6}q6 0 6 6V{down}");
        var source = placed[input];
        var x1 = source.X + (source.Width / 2) + Inset;
        return Invariant($"M{x1} {Math.Max(topOf(from) + 2, source.Y - 44)}V{y + 6}q0 -6 6 -6H{x2 - 6}q6 0 6 6V{down}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\S+) (\S+)C\S+ \S+ \S+ (\S+) ")]
    private static partial Regex Start();
}
