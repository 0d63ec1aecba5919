using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>
/// The geometry of the overview: a column a depth of the graph, a tile a unit, curves between them. Pure numbers, in CSS
/// pixels; nothing about them depends on which network it is.
/// </summary>
public static class OverviewLayout
{
    private const int Tile = 40;
    private const int Gap = 10;
    private const int MostEdges = 1500;
    private const int Top = 52;
    private const int Side = 24;

    /// <summary>Places every shown unit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="units">The units shown of each layer; none means that the layer is drawn as one strip.</param>
    public static OverviewPlan Plan(NetworkGraph network, IReadOnlyDictionary<string, ImmutableArray<int>> units)
    {
        var depth = Depths(network);
        var columns = network.Layers.GroupBy(layer => depth[layer.Id]).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var tallest = columns.Max(column => column.Sum(layer => HeightOf(units[layer.Id].Length)) + (Gap * 3 * (column.Length - 1)));
        var placed = new Dictionary<string, OverviewLayer>();
        var x = Side;
        foreach (var column in columns)
        {
            if (column[0] != network.Input) x += column.Any(layer => !layer.Operator.IsPerUnit) ? 72 : 32;
            var height = column.Sum(layer => HeightOf(units[layer.Id].Length)) + (Gap * 3 * (column.Length - 1));
            var y = Top + ((tallest - height) / 2);
            foreach (var layer in column)
            {
                var shown = units[layer.Id];
                placed[layer.Id] = shown.Length == 0
                    ? new(layer.Id, x, Top, Tile / 2, tallest, [new(-1, x, Top, Tile / 2, tallest)])
                    : new(layer.Id, x, y, Tile, HeightOf(shown.Length), Column(shown, x, y));
                y += HeightOf(shown.Length) + (Gap * 3);
            }

            x += Tile;
        }

        var layers = network.Layers.Select(layer => placed[layer.Id]).ToImmutableArray();
        return new(x + Side, Top + tallest + Side, layers, [.. network.Layers.SelectMany(layer => Edges(network, layer, placed))]);
    }

    private static Dictionary<string, int> Depths(NetworkGraph network)
    {
        var depth = new Dictionary<string, int>();
        foreach (var layer in network.Layers)
            depth[layer.Id] = layer.Inputs.Select(id => depth[id] + 1).DefaultIfEmpty(0).Max();
        return depth;
    }

    private static int Pitch(int count) => count > 24 ? 24 : Tile + Gap;

    private static int HeightOf(int count) => count == 0 ? Tile : (count * Pitch(count)) - Gap;

    private static ImmutableArray<OverviewTile> Column(ImmutableArray<int> shown, int x, int y)
    {
        var pitch = Pitch(shown.Length);
        var side = Math.Min(Tile, pitch - 4);
        return [.. shown.Select((unit, i) => new OverviewTile(unit, x + ((Tile - side) / 2), y + (i * pitch), side, side))];
    }

    /// <summary>The curves into each tile of a layer: one path a tile, so that a tile's edges can be shown together.</summary>
    private static IEnumerable<OverviewEdges> Edges(NetworkGraph network, Layer layer, Dictionary<string, OverviewLayer> placed)
    {
        var target = placed[layer.Id];
        foreach (var input in network.InputsOf(layer))
        {
            var source = placed[input.Id];
            var one = layer.Operator.IsPerUnit && source.Tiles.Length == target.Tiles.Length;
            var bundle = !one && source.Tiles.Length * target.Tiles.Length > MostEdges;
            foreach (var to in bundle ? [target.Tiles[target.Tiles.Length / 2]] : target.Tiles)
            {
                var from = one ? source.Tiles.Where(tile => tile.Unit == to.Unit) : bundle ? [source.Tiles[source.Tiles.Length / 2]] : source.Tiles;
                var path = new StringBuilder();
                foreach (var tile in from) Curve(path, tile, to);
                if (path.Length > 0) yield return new(layer.Id, to.Unit, input.Id, bundle, path.ToString());
            }
        }
    }

    private static void Curve(StringBuilder path, OverviewTile from, OverviewTile to)
    {
        int x1 = from.X + from.Width, x2 = to.X;
        int y1 = from.Unit < 0 ? Beside(from, to) : from.Y + (from.Height / 2), y2 = to.Unit < 0 ? Beside(to, from) : to.Y + (to.Height / 2);
        var middle = (x1 + x2) / 2;
        path.Append(CultureInfo.InvariantCulture, $"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    }

    /// <summary>A strip is met at the height of the tile on the other side.</summary>
    private static int Beside(OverviewTile strip, OverviewTile other) =>
        Math.Clamp(other.Y + (other.Height / 2), strip.Y, strip.Y + strip.Height);
}

/// <summary>The placed overview.</summary>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Layers">Layers in the network's order.</param>
/// <param name="Edges">Curves, to be drawn beneath the tiles.</param>
public sealed record OverviewPlan(int Width, int Height, ImmutableArray<OverviewLayer> Layers, ImmutableArray<OverviewEdges> Edges);

/// <summary>One layer's box and tiles.</summary>
public sealed record OverviewLayer(string Id, int X, int Y, int Width, int Height, ImmutableArray<OverviewTile> Tiles);

/// <summary>One unit's place; unit -1 is a strip that stands for the whole layer.</summary>
public sealed record OverviewTile(int Unit, int X, int Y, int Width, int Height);

/// <summary>The curves into one unit from one layer, in the order of that layer's shown units, as an SVG path.</summary>
public sealed record OverviewEdges(string Layer, int Unit, string From, bool IsBundle, string Path);
