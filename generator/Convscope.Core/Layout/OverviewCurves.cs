using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Core.Layout;

/// <summary>Draws the curves of the overview: who reads whom, as the operators' own input regions say.</summary>
internal static class OverviewCurves
{
    private const int MostCurves = 1500;

    /// <summary>The curves into each tile of a layer: one path a tile, so that a tile's curves can be shown together.</summary>
    public static IEnumerable<OverviewEdges> Into(NetworkGraph network, Layer layer, IReadOnlyDictionary<string, OverviewLayer> placed)
    {
        var target = placed[layer.Id];
        for (var input = 0; input < layer.Inputs.Length; input++)
        {
            var source = network[layer.Inputs[input]];
            var tiles = placed[source.Id].Tiles;
            var reads = target.Tiles.Select(to => Sources(layer, input, source, to, tiles)).ToArray();
            if (reads.Sum(from => from.Length) > MostCurves)
            {
                OverviewTile from = tiles[tiles.Length / 2], to = target.Tiles[target.Tiles.Length / 2];
                yield return new(layer.Id, -1, source.Id, [-1], true, Path([from], [to]), []);
                continue;
            }

            var strengths = target.Tiles.Select((to, i) => Strengths(layer, input, source, to, reads[i])).ToArray();
            var strongest = strengths.SelectMany(list => list).Select(Math.Abs).DefaultIfEmpty(0).Max();
            for (var i = 0; i < reads.Length; i++)
            {
                if (reads[i].Length == 0) continue;
                yield return new(
                    layer.Id, target.Tiles[i].Unit, source.Id, [.. reads[i].Select(tile => tile.Unit)], false, Path(reads[i], [target.Tiles[i]]),
                    strongest == 0 ? [] : [.. strengths[i].Select(strength => (int)Math.Round(100 * strength / strongest))]);
            }
        }
    }

    /// <summary>An SVG path of a curve from each to each.</summary>
    public static string Path(IEnumerable<OverviewTile> from, IReadOnlyList<OverviewTile> to)
    {
        var path = new StringBuilder();
        foreach (var start in from)
        {
            foreach (var end in to) Curve(path, start, end);
        }

        return path.ToString();
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

    private static Region RegionOf(Layer layer, int input, Layer source, int unit) =>
        layer.Operator.InputRegion(input, new Region(unit, unit, 0, 0, layer.Shape.Height - 1, layer.Shape.Width - 1), source.Shape);

    private static void Curve(StringBuilder path, OverviewTile from, OverviewTile to)
    {
        int x1 = from.X + from.Width, x2 = to.X;
        int y1 = from.Unit < 0 && to.Unit >= 0 && from.Height > 2 * from.Width ? Beside(from, to) : from.Y + (from.Height / 2);
        int y2 = to.Unit < 0 ? Beside(to, from) : to.Y + (to.Height / 2);
        var middle = (x1 + x2) / 2;
        path.Append(CultureInfo.InvariantCulture, $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }

    /// <summary>A strip is met at the height of the tile on the other side.</summary>
    private static int Beside(OverviewTile strip, OverviewTile other) =>
        Math.Clamp(other.Y + (other.Height / 2), strip.Y, strip.Y + strip.Height);
}
