using System.Collections.Immutable;
using Convscope.Core.Network;

namespace Convscope.Core.Layout;

/// <summary>Finds the rows and columns of a module's layers, and places their tiles.</summary>
internal sealed class InsidePlan
{
    private const int Side = 16, Strip = 20, Tile = 40, SmallTile = 28, Heading = 50, Legend = 44, Arc = 12, LaneGap = 8;

    private readonly ImmutableArray<ModulePlace> _places;
    private readonly Func<Layer, int, ImmutableArray<int>> _units;
    private readonly Dictionary<string, int> _levels;
    private readonly int _most;
    private readonly int _side;
    private readonly int _pitch;
    private readonly int[] _tops;
    private readonly int[] _bottoms;
    private readonly int[] _columns;

    /// <summary>Plans a module.</summary>
    /// <param name="module">One without smaller modules.</param>
    /// <param name="units">The units drawn of a layer in room for so many.</param>
    /// <param name="most">At most so many of a layer are drawn.</param>
    public InsidePlan(Module module, Func<Layer, int, ImmutableArray<int>> units, int most)
    {
        (_places, _units) = (ModuleLanes.Of(module.Layers), units);
        var lanes = _places.Max(place => place.LastLane) + 1;
        (_side, _pitch) = lanes > 2 ? (SmallTile, SmallTile + 4) : (Tile, Tile + 10);
        _most = Math.Min(most, lanes > 2 ? 4 : lanes == 2 ? 6 : most);
        ById = _places.ToDictionary(place => place.Layer.Id);
        _levels = InsideEdges.Levels(_places, ById);
        (_tops, _bottoms) = Lanes(lanes);
        _columns = Columns();
    }

    /// <summary>The layers' places, by id.</summary>
    public Dictionary<string, ModulePlace> ById { get; }

    /// <summary>The module drawn, with the curves between its layers.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sources">Ids of the layers that it reads.</param>
    public OverviewInside Drawn(NetworkGraph network, ImmutableArray<string> sources)
    {
        var placed = _places.ToDictionary(place => place.Layer.Id, Place);
        var bottom = _bottoms.Max();
        var entry = new OverviewTile(-1, Side, Heading, Strip, bottom - Heading - Legend);
        foreach (var id in sources) placed[id] = new(id, entry.X, entry.Y, entry.Width, entry.Height, [entry]);
        var edges = new InsideEdges(network, ById, placed, _levels, place => _tops[place.FirstLane]);
        return new(
            _columns[^1] + Tile + (3 * Side), bottom, entry, sources, [.. _places.Select(place => placed[place.Layer.Id])],
            edges.Curves(), edges.Arcs());
    }

    private int HeightOf(Layer layer) => _units(layer, _most).Length is var count && count == 0
        ? 3 * _pitch : ((count - 1) * _pitch) + _side;

    private (int[] Tops, int[] Bottoms) Lanes(int lanes)
    {
        var (top, bottom) = (new int[lanes], new int[lanes]);
        var y = 0;
        for (var lane = 0; lane < lanes; lane++)
        {
            var own = _places.Where(place => place.FirstLane == lane).ToArray();
            y += own.Select(place => _levels.GetValueOrDefault(place.Layer.Id)).DefaultIfEmpty(0).Max() * Arc;
            top[lane] = y;

            // A row is as high as what stands in it alone; the last of several that a layer stands beside makes room for the rest of it.
            var alone = _places.Where(place => place.FirstLane == lane && place.LastLane == lane).Select(place => HeightOf(place.Layer))
                .DefaultIfEmpty(_side).Max();
            var across = _places.Where(place => place.LastLane == lane && place.FirstLane < lane)
                .Select(place => top[place.FirstLane] + HeightOf(place.Layer) - y).DefaultIfEmpty(0).Max();
            y += Heading + Math.Max(alone, across) + Legend;
            bottom[lane] = y;
            y += LaneGap;
        }

        return (top, bottom);
    }

    private int[] Columns()
    {
        var x = Side + Strip;
        var columns = new int[_places.Max(place => place.Column) + 1];
        for (var column = 0; column < columns.Length; column++)
        {
            var own = _places.Where(place => place.Column == column).ToArray();
            x += own.All(place => place.Layer.Operator.IsPerUnit) ? 40 : own.All(place => place.Layer.Operator.Parameters == 0) ? 54 : 64;
            columns[column] = x;
            x += Tile;
        }

        return columns;
    }

    private OverviewLayer Place(ModulePlace place)
    {
        var (x, height) = (_columns[place.Column], HeightOf(place.Layer));
        int from = _tops[place.FirstLane] + Heading, to = _bottoms[place.LastLane] - Legend;
        var y = from + ((to - from - height) / 2);
        var shown = _units(place.Layer, _most);
        if (shown.IsEmpty) return new(place.Layer.Id, x + 10, y, Strip, height, [new(-1, x + 10, y, Strip, height)]);
        var inset = (Tile - _side) / 2;
        return new(place.Layer.Id, x, y, Tile, height,
            [.. shown.Select((unit, i) => new OverviewTile(unit, x + inset, y + (i * _pitch), _side, _side))]);
    }
}
