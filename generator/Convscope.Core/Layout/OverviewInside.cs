using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Layout;

/// <summary>The layers inside a module, placed: a column a depth, branches as rows, what passes layers by as arcs above them.</summary>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Entry">The strip at the left that stands for what the module reads.</param>
/// <param name="Sources">Ids of the layers that it stands for.</param>
/// <param name="Layers">Its layers in the network's order.</param>
/// <param name="Edges">Curves from unit to unit.</param>
/// <param name="Arcs">Curves that stand for all between two layers which aren't neighbours.</param>
public sealed record OverviewInside(
    int Width, int Height, OverviewTile Entry, ImmutableArray<string> Sources, ImmutableArray<OverviewLayer> Layers,
    ImmutableArray<OverviewEdges> Edges, ImmutableArray<ModuleEdge> Arcs)
{
    private const int Side = 16, Strip = 20, Tile = 40, SmallTile = 28, Heading = 50, Legend = 44, Arc = 12, LaneGap = 8;

    /// <summary>Places the layers of a module.</summary>
    /// <param name="network">The network.</param>
    /// <param name="module">One without smaller modules.</param>
    /// <param name="units">The units shown of each layer.</param>
    /// <param name="most">At most so many of a layer are drawn.</param>
    public static OverviewInside Plan(NetworkGraph network, Module module, IReadOnlyDictionary<string, ImmutableArray<int>> units, int most)
    {
        var places = ModuleLanes.Of(module.Layers);
        var byId = places.ToDictionary(place => place.Layer.Id);
        var lanes = places.Max(place => place.LastLane) + 1;
        var (side, pitch) = lanes > 2 ? (SmallTile, SmallTile + 4) : (Tile, Tile + 10);
        most = Math.Min(most, lanes > 2 ? 4 : lanes == 2 ? 6 : most);
        ImmutableArray<string> sources = [.. module.Layers.SelectMany(layer => layer.Inputs).Where(id => !byId.ContainsKey(id)).Distinct()];

        var levels = InsideEdges.Levels(places, byId);
        var (tops, bottoms) = Lanes();
        var xs = Columns();
        var placed = places.ToDictionary(place => place.Layer.Id, Place);
        var bottom = bottoms.Max();
        var entry = new OverviewTile(-1, Side, Heading, Strip, bottom - Heading - Legend);
        foreach (var id in sources) placed[id] = new(id, entry.X, entry.Y, entry.Width, entry.Height, [entry]);
        var edges = new InsideEdges(network, byId, placed, levels, place => tops[place.FirstLane]);
        return new(
            xs[^1] + Tile + (3 * Side), bottom, entry, sources, [.. places.Select(place => placed[place.Layer.Id])], edges.Curves(),
                edges.Arcs());

        int HeightOf(Layer layer) => units[layer.Id].Length is var count && count == 0
            ? 3 * pitch : ((Math.Min(count, most) - 1) * pitch) + side;

        (int[] Tops, int[] Bottoms) Lanes()
        {
            var (top, bottom) = (new int[lanes], new int[lanes]);
            var y = 0;
            for (var lane = 0; lane < lanes; lane++)
            {
                var own = places.Where(place => place.FirstLane == lane).ToArray();
                y += own.Select(place => levels.GetValueOrDefault(place.Layer.Id)).DefaultIfEmpty(0).Max() * Arc;
                top[lane] = y;
                // A row is as high as what stands in it alone; the last of several that a layer stands beside makes room for the rest of
                // it.
                var alone = places.Where(place => place.FirstLane == lane && place.LastLane == lane).Select(place => HeightOf(place.Layer))
                    .DefaultIfEmpty(side).Max();
                var across = places.Where(place => place.LastLane == lane && place.FirstLane < lane)
                    .Select(place => top[place.FirstLane] + HeightOf(place.Layer) - y).DefaultIfEmpty(0).Max();
                y += Heading + Math.Max(alone, across) + Legend;
                bottom[lane] = y;
                y += LaneGap;
            }

            return (top, bottom);
        }

        int[] Columns()
        {
            var x = Side + Strip;
            var columns = new int[places.Max(place => place.Column) + 1];
            for (var column = 0; column < columns.Length; column++)
            {
                var own = places.Where(place => place.Column == column).ToArray();
                x += own.All(place => place.Layer.Operator.IsPerUnit) ? 40 : own.All(place => place.Layer.Operator.Parameters == 0)
                    ? 54 : 64;
                columns[column] = x;
                x += Tile;
            }

            return columns;
        }

        // Of a concatenation, units from all of its parts.
        IEnumerable<int> Some(Layer layer, ImmutableArray<int> shown) => layer.Operator.Joins != Joining.Stack || shown.Length <= most
            ? shown.Take(most) : Enumerable.Range(0, most).Select(i => shown[i * shown.Length / most]);

        OverviewLayer Place(ModulePlace place)
        {
            var (x, height) = (xs[place.Column], HeightOf(place.Layer));
            int from = tops[place.FirstLane] + Heading, to = bottoms[place.LastLane] - Legend;
            var y = from + ((to - from - height) / 2);
            var shown = units[place.Layer.Id];
            if (shown.IsEmpty) return new(place.Layer.Id, x + 10, y, Strip, height, [new(-1, x + 10, y, Strip, height)]);
            var inset = (Tile - side) / 2;
            return new(place.Layer.Id, x, y, Tile, height,
                [.. Some(place.Layer, shown).Select((unit, i) => new OverviewTile(unit, x + inset, y + (i * pitch), side, side))]);
        }
    }
}
