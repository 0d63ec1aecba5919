using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Explain;
using Convscope.Core.Layout;
using Convscope.Core.Network;
using Convscope.Core.Planning;
using Convscope.Core.Texts;
using Convscope.Site.Assets;
using Convscope.Site.Lessons.Sources;
using Convscope.Site.Output;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Places the whole network for one picture, and writes the numbers that recolour it.</summary>
public sealed class OverviewComposer(NetworkGraph network, NetworkViews views, UnitPlan plan, SharedFiles shared)
{
    private const string Diverging = "diverging";

    /// <summary>More curves than this between two layers are drawn fainter, so that they don't fill a block.</summary>
    private const int ManyCurves = 150;

    /// <summary>More areas than this over each other are drawn fainter.</summary>
    private const int ManyAreas = 16;

    /// <summary>The overview of a picture.</summary>
    public OverviewView Of(PictureRun run, PictureView picture, ImmutableDictionary<string, MapsView> maps)
    {
        if (!views.Modules.IsEmpty) return new ModuleComposer(network, views.Words, plan, shared, run, picture, maps).Of(views.Modules);
        var placed = OverviewLayout.Plan(network, Units(network, plan, picture), picture.HasAnswer,
            layer => NameBreaks.Longest(views[layer].Name));
        var tiles = placed.Layers.ToDictionary(layer => layer.Id, layer => layer.Tiles.Length);
        var bands = OverviewBand.Of(placed, id => views[network[id]].Module);
        ImmutableArray<OverviewColumnView> columns = [.. placed.Layers.Select(layer => Column(network, layer, maps[layer.Id], picture))];
        return new(
            placed.Width, placed.Height, placed.Picture, placed.PictureEdges, bands,
            [.. columns.Select(column => column with { Share = Share(column, views.Words) })],
            [.. placed.Edges.GroupBy(edges => (edges.Layer, edges.From))
                .SelectMany(group => Edges([.. group], layer => tiles[layer]))],
            WriteValues(run, picture.Id, columns))
        { Notes = Notes(network, placed.Edges, placed.Layers, views.Words) };
    }

    /// <summary>Between two layers whose joins are drawn as one, in words: each unit reads all of the other.</summary>
    internal static ImmutableArray<OverviewNoteView> Notes(
        NetworkGraph network, IEnumerable<OverviewEdges> edges, IEnumerable<OverviewLayer> layers, Words words)
    {
        var placed = layers.ToDictionary(layer => layer.Id);
        var bottom = placed.Values.Max(layer => layer.Y + layer.Height);
        return [.. edges
            .Where(edge => edge.ReadsAll && placed.ContainsKey(edge.From))
            .DistinctBy(edge => (edge.From, edge.Layer))
            .Select(edge => Note(placed[edge.From], placed[edge.Layer], network[edge.From].Shape.Units))];

        OverviewNoteView Note(OverviewLayer from, OverviewLayer to, int count) =>
            new((from.X + from.Width + to.X) / 2, bottom, words["reads_all", count.ToString("N0", CultureInfo.InvariantCulture)]);
    }

    /// <summary>The units drawn of a layer: by rank as many as there is room for; of many classes, the likeliest, also as the numbers that
    /// they are made of; of many numbers, the largest.</summary>
    internal static Func<Layer, int, ImmutableArray<int>> Units(NetworkGraph network, UnitPlan plan, PictureView picture)
    {
        ImmutableArray<int> classes = [.. picture.Classes.Select(candidate => candidate.Unit)];
        return (layer, most) =>
            classes.Length > 0 && (layer == network.Output || IsBefore(layer)) ? classes
            : layer == network.Output && picture.Numbers is { } numbers ? numbers.Drawn
            : plan.Units(layer, most);

        bool IsBefore(Layer layer) => layer.Shape.Equals(network.Output.Shape) && classes.Length < layer.Shape.Units
            && network.Output.Inputs.Contains(layer.Id) && classes.All(unit => plan.Units(layer).Contains(unit));
    }

    /// <summary>How many units of a layer are drawn, where not all are: <c>10 of 64</c>.</summary>
    internal static string Share(OverviewColumnView column, Words words)
    {
        var drawn = column.Tiles.Count(tile => tile.Unit is not null);
        return drawn > 0 && drawn < column.Maps.UnitCount
            ? words["so_many_of", drawn, column.Maps.UnitCount.ToString("N0", CultureInfo.InvariantCulture)] : "";
    }

    /// <summary>A layer at its place.</summary>
    internal static OverviewColumnView Column(NetworkGraph network, OverviewLayer placed, MapsView maps, PictureView picture)
    {
        var layer = network[placed.Id];
        var scale = maps.Scale;
        var decimals = Decimals.ForMagnitude(Math.Max(Math.Abs(scale.Minimum), Math.Abs(scale.Maximum)));
        var classes = layer == network.Output ? picture.Classes : [];
        return new(
            placed, maps, [.. placed.Tiles.Select(tile => Tile(tile, maps, classes))],
            new Number(scale.Minimum, scale is { Palette: Diverging } ? decimals : Fewest(scale.Minimum, decimals)),
            new Number(scale.Maximum, scale is { Palette: Diverging } ? decimals : Fewest(scale.Maximum, decimals)),
            placed.X + (placed.Width / 2), layer == network.Input, classes.Length > 0)
        { HasNumbers = layer == network.Output && picture.Numbers is not null };
    }

    /// <summary>The ends of a fixed scale, such as 0 and 1, need no zeros after the point.</summary>
    private static int Fewest(double value, int decimals)
    {
        for (var fewer = 0; fewer < decimals; fewer++)
        {
            if (Math.Abs(Math.Round(value, fewer) - value) < 1e-7) return fewer;
        }

        return decimals;
    }

    private static OverviewTileView Tile(OverviewTile tile, MapsView maps, ImmutableArray<ClassView> classes) => new(
        tile, maps.Units.FirstOrDefault(unit => unit.Index == tile.Unit), classes.FirstOrDefault(candidate => candidate.Unit == tile.Unit));

    /// <summary>Between two layers; names the sources only where they aren't simply all that are drawn.</summary>
    internal static IEnumerable<OverviewEdgesView> Edges(OverviewEdges[] between, Func<string, int> shown)
    {
        var areMany = between.Sum(edges => edges.Sources.Length) > ManyCurves || between.Count(edges => edges.IsArea) > ManyAreas;
        return between.Select(edges =>
        {
            var all = edges.Sources.Length == Math.Max(1, shown(edges.From));
            return new OverviewEdgesView(edges, all ? "" : string.Join(' ', edges.Sources), string.Join(' ', edges.Strengths), areMany);
        });
    }

    private string WriteValues(PictureRun run, string picture, IEnumerable<OverviewColumnView> columns)
    {
        var units =
            from column in columns
            where column.Maps.Scale.Palette == Diverging
            from tile in column.Tiles
            where tile.Unit is not null
            select (run.Activations[network[column.Placed.Id]], tile.Placed.Unit);
        var key = $"{picture}/overview";
        return shared.Add($"data/{key}", ".js", () => OverviewData.Write(key, units));
    }
}
