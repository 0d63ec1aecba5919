using System.Collections.Immutable;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Core.Layout;

/// <summary>Draws the curves of the overview: who reads whom, as the operators' own input regions say.</summary>
internal static class OverviewCurves
{
    /// <summary>The curves into each tile of a layer: one path a tile, so that a tile's curves can be shown together.</summary>
    public static IEnumerable<OverviewEdges> Into(NetworkGraph network, Layer layer, IReadOnlyDictionary<string, OverviewLayer> placed)
    {
        var target = placed[layer.Id];
        for (var input = 0; input < layer.Inputs.Length; input++)
        {
            var source = network[layer.Inputs[input]];
            var tiles = placed[source.Id].Tiles;
            var reads = target.Tiles.Select(to => Sources(layer, input, source, to, tiles)).ToArray();
            var readsAll = target.Tiles.All(to => ReadsAll(layer, input, source, to));
            if (reads.All(from => from.Length == 0))
            {
                yield return new(layer.Id, -1, source.Id, [-1], Path([Middle(placed[source.Id])], [Middle(target)]), [])
                {
                    IsBundle = true,
                };
                continue;
            }

            var strengths = target.Tiles.Select((to, i) => Strengths(layer, input, source, to, reads[i])).ToArray();
            var strongest = strengths.SelectMany(list => list).Select(Math.Abs).DefaultIfEmpty(0).Max();
            for (var i = 0; i < reads.Length; i++)
            {
                if (reads[i].Length == 0) continue;
                var path = new StringBuilder();
                var areAreas = reads[i].Count(from => OverviewJoin.Add(path, layer, input, source, from, target.Tiles[i]));
                yield return new(
                    layer.Id, target.Tiles[i].Unit, source.Id, [.. reads[i].Select(tile => tile.Unit)], path.ToString(),
                    strongest == 0 ? [] : [.. strengths[i].Select(strength => (int)Math.Round(100 * strength / strongest))])
                { IsArea = areAreas > 0, ReadsAll = areAreas > 0 && readsAll };
            }
        }
    }

    /// <summary>An SVG path of a curve from each to each.</summary>
    public static string Path(IEnumerable<OverviewTile> from, IReadOnlyList<OverviewTile> to)
    {
        var path = new StringBuilder();
        foreach (var start in from)
        {
            foreach (var end in to)
                OverviewJoin.Curve(path, start.X + start.Width, start.Y + (start.Height / 2), end.X, end.Y + (end.Height / 2));
        }

        return path.ToString();
    }

    private static OverviewTile Middle(OverviewLayer layer) => layer.Tiles[layer.Tiles.Length / 2];

    /// <summary>Whether a unit, or whatever a strip stands for, reads every unit of a source of many.</summary>
    private static bool ReadsAll(Layer layer, int input, Layer source, OverviewTile to)
    {
        if (source.Shape.Units < 2 || !layer.Operator.Reads(Math.Max(0, to.Unit), input)) return false;
        var region = RegionOf(layer, input, source, Math.Max(0, to.Unit));
        return region.FirstUnit == 0 && region.LastUnit == source.Shape.Units - 1;
    }

    private static OverviewTile[] Sources(Layer layer, int input, Layer source, OverviewTile to, ImmutableArray<OverviewTile> tiles)
    {
        if (to.Unit >= 0 && !layer.Operator.Reads(to.Unit, input)) return [];
        if (to.Unit < 0 || tiles[0].Unit < 0) return [.. tiles];
        var region = RegionOf(layer, input, source, to.Unit);
        return [.. tiles.Where(tile => tile.Unit >= region.FirstUnit && tile.Unit <= region.LastUnit)];
    }

    private static IEnumerable<double> Strengths(Layer layer, int input, Layer source, OverviewTile to, OverviewTile[] from)
    {
        if (to.Unit < 0 || from.Length == 0 || layer.Operator.Strengths(to.Unit) is not { } strengths || strengths.Count == 0) return [];
        var first = from[0].Unit < 0 ? 0 : RegionOf(layer, input, source, to.Unit).FirstUnit;
        return from.Select(tile => tile.Unit < 0
            ? strengths.Average(Math.Abs) * Math.Sign(strengths.Sum())
            : tile.Unit - first < strengths.Count ? strengths[tile.Unit - first] : 0);
    }

    /// <summary>What a unit reads of a source.</summary>
    internal static Region RegionOf(Layer layer, int input, Layer source, int unit) =>
        layer.Operator.InputRegion(input, new Region(unit, unit, 0, 0, layer.Shape.Height - 1, layer.Shape.Width - 1), source.Shape);
}
