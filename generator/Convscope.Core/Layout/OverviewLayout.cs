using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>
/// The geometry of the overview: a column a depth of the graph, a tile a unit. Pure numbers, in CSS pixels; nothing about
/// them depends on which network it is.
/// </summary>
public static class OverviewLayout
{
    private const int Tile = 40;
    private const int Gap = 10;
    private const int Strip = 20;
    private const int Picture = 72;
    private const int Top = 84;
    private const int Bottom = 78;

    /// <summary>Where not all of a layer are drawn, that is said in a line of its own.</summary>
    private const int Line = 16;

    private const int Side = 16;

    /// <summary>The usual room of a heading, and what lies between two.</summary>
    private const int Heading = 73, BetweenHeadings = 3;

    /// <summary>Room between layers that lie over each other, for the scale and the count of the one and the name of the other.</summary>
    private const int Between = 112;

    /// <summary>Room for the names and bars of the classes, beside the last layer.</summary>
    private const int Bars = 196;

    /// <summary>Up to so many input channels have their names below them.</summary>
    private const int NamedChannels = 4;

    /// <summary>A column holds so many units at full size.</summary>
    public const int MostUnits = 10;

    /// <summary>So many are drawn smaller instead, so that all of a layer are seen.</summary>
    public const int MostSmall = 16;

    private const int SmallTile = 28, SmallPitch = 32;

    /// <summary>Places every shown unit.</summary>
    /// <param name="network">The network.</param>
    /// <param name="units">The units drawn of a layer in room for so many; none means that it is drawn as one strip.</param>
    /// <param name="hasBars">Whether bars stand beside the last layer.</param>
    /// <param name="letters">How long the longest word of a layer's heading is.</param>
    public static OverviewPlan Plan(NetworkGraph network, Func<Layer, int, ImmutableArray<int>> units, bool hasBars = false,
        Func<Layer, int>? letters = null)
    {
        var rooms = network.Layers.ToDictionary(layer => layer.Id, layer => HeadingRoom.Of(letters?.Invoke(layer) ?? 0, Heading));
        var depth = Depths(network);
        var columns = ColumnsOf(network, depth);
        var drawn = columns.SelectMany(column => column.Select(layer => (layer.Id, Units: Drawn(layer, column.Length, units))))
            .ToDictionary(pair => pair.Id, pair => pair.Units);
        var tallest = Math.Max(Picture, columns.Max(HeightOfColumn));
        var placed = new Dictionary<string, OverviewLayer>();
        var x = Side + Picture + 38;
        var (reach, room) = (0, 0);
        foreach (var column in columns)
        {
            room = Math.Max(Heading, column.Max(layer => rooms[layer.Id]));
            x = Math.Max(x + (column[0] != network.Input ? GapBefore(column) : 0), reach + ((room - Tile) / 2));
            var y = Top + ((tallest - HeightOfColumn(column)) / 2);
            foreach (var layer in column) y += (placed[layer.Id] = Place(layer, x, y)).Height + Between;
            x += column.Max(layer => placed[layer.Id].Width);
            reach = x + ((room - Tile) / 2) + BetweenHeadings;
        }

        var picture = new OverviewTile(-1, Side, Top + ((tallest - Picture) / 2), Picture, Picture);
        return new(
            x + ((room - Heading) / 2) + (hasBars ? Bars : Side), Top + tallest + Bottom + (IsPartial(network, drawn) ? Line : 0), picture,
            [.. network.Layers.Select(layer => placed[layer.Id] with { Heading = rooms[layer.Id] })],
            [.. network.Layers.SelectMany(layer => OverviewCurves.Into(network, layer, placed))],
            OverviewCurves.Path([picture], placed[network.Input.Id].Tiles));

        int HeightOfColumn(Layer[] column) => column.Sum(layer => HeightOf(layer, tallest: 0)) + (Between * (column.Length - 1));

        int HeightOf(Layer layer, int tallest)
        {
            var count = drawn[layer.Id].Length;
            return count == 0 ? Math.Max(Tile * 4, tallest)
                : ((count - 1) * Pitch(layer, count)) + (IsSmall(layer, count) ? SmallTile : Tile);
        }

        int Pitch(Layer layer, int count) =>
            IsSmall(layer, count) ? SmallPitch : layer == network.Input && count <= NamedChannels ? Tile + 30 : Tile + Gap;

        bool IsSmall(Layer layer, int count) => count > Math.Max(1, MostUnits / columns[depth[layer.Id]].Length);

        OverviewLayer Place(Layer layer, int left, int top)
        {
            var shown = drawn[layer.Id];
            if (shown.IsEmpty)
            {
                // A strip alone in its column takes all of its height.
                var alone = columns[depth[layer.Id]].Length == 1;
                var (y, height) = alone ? (Top, tallest) : (top, HeightOf(layer, 0));
                return new(layer.Id, left, y, Strip, height, [new(-1, left, y, Strip, height)]);
            }

            var (pitch, side) = (Pitch(layer, shown.Length), IsSmall(layer, shown.Length) ? SmallTile : Tile);
            var tiles = shown.Select((unit, i) => new OverviewTile(unit, left + ((Tile - side) / 2), top + (i * pitch), side, side));
            return new(layer.Id, left, top, Tile, HeightOf(layer, 0), [.. tiles]);
        }
    }

    /// <summary>Layers that lie over each other share their column's room.</summary>
    private static ImmutableArray<int> Drawn(Layer layer, int layers, Func<Layer, int, ImmutableArray<int>> units) =>
        units(layer, int.MaxValue) is var all && all.Length <= Math.Max(1, MostSmall / layers)
            ? all : units(layer, Math.Max(1, MostUnits / layers));

    /// <summary>Where units mix, the curves need room; where a map meets only its own successor, the columns belong together.</summary>
    private static int GapBefore(Layer[] column) =>
        column.All(layer => layer.Operator.IsPerUnit) ? 36 : column.All(layer => layer.Operator.Parameters == 0) ? 54 : 68;

    private static Layer[][] ColumnsOf(NetworkGraph network, Dictionary<string, int> depth) =>
        [.. network.Layers.GroupBy(layer => depth[layer.Id]).OrderBy(group => group.Key).Select(group => group.ToArray())];

    private static bool IsPartial(NetworkGraph network, Dictionary<string, ImmutableArray<int>> drawn) =>
        network.Layers.Any(layer => drawn[layer.Id] is { IsEmpty: false } shown && shown.Length < layer.Shape.Units);

    private static Dictionary<string, int> Depths(NetworkGraph network)
    {
        var depth = new Dictionary<string, int>();
        foreach (var layer in network.Layers)
            depth[layer.Id] = layer.Inputs.Select(id => depth[id] + 1).DefaultIfEmpty(0).Max();
        return depth;
    }
}
