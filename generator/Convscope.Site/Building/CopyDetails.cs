using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Site.Views;

namespace Convscope.Site.Building;

/// <summary>Shows where the cells of a copy come from: the maps that one unit is put together of, with the cell on its map.</summary>
public sealed class CopyDetails(NetworkGraph network, NetworkViews views)
{
    /// <summary>Of more maps than these the first are drawn.</summary>
    private const int MostMaps = 16;

    /// <summary>The detail of one unit.</summary>
    public WidgetDetail Of(ICopies copy, WidgetPlace place, IReadOnlyDictionary<string, MapsView> maps)
    {
        var (layer, copied) = (place.Layer, copy.OriginOf(place.At));
        var drawn =
            from origin in copy.OriginsOf(place.At.Unit)
            let input = copy.InputOf(origin.Operand)
            where input >= 0
            let source = network[layer.Inputs[input]]
            let unit = maps[source.Id].Units.FirstOrDefault(unit => unit.Index == origin.Unit)
            where unit is not null && (!source.Shape.IsVector || layer.Shape.IsVector)
            let isIt = copied is { } at && origin == (at.Operand, at.Cell.Unit)
            select new OriginView(origin.Operand, unit, maps[source.Id], isIt && !source.Shape.IsVector
                ? CursorView.Of(Region.Of(copied!.Value.Cell), source.Shape) : null);
        var all = drawn.ToImmutableArray();
        var words = copied is { } cell && copy.InputOf(cell.Operand) is >= 0 and var read
            ? Words(network[layer.Inputs[read]], cell.Cell) : "";
        return new(new CopyView([.. all.Take(MostMaps)], Math.Max(0, all.Length - MostMaps), words));
    }

    private string Words(Layer source, Cell cell)
    {
        var name = views.UnitName(source, cell.Unit);
        return source.Shape.MapSize == 1 ? name : views.Words["cell_of", name, cell.Row, cell.Column];
    }
}
