using Convscope.Core.Explain;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Site.Lessons.Sources;

namespace Convscope.Site.Building;

/// <summary>Where the numbers of an equation's part come from; of a vector that a flatten laid out, from the maps before it.</summary>
/// <param name="Input">The layer that the part is read from.</param>
/// <param name="Source">The layer that it comes from: the same, but for a flatten.</param>
/// <param name="Cell">The unit of it; of a part with one term, the cell.</param>
/// <param name="IsCell">Whether it is one cell of a map.</param>
public sealed record PartOrigin(Layer Input, Layer Source, Cell Cell, bool IsCell)
{
    /// <summary>The origin of a part that has terms, and isn't constant.</summary>
    public static PartOrigin Of(NetworkGraph network, Layer layer, Part part)
    {
        var input = network[layer.Inputs[Math.Clamp(part.Input, 0, layer.Inputs.Length - 1)]];
        var (source, cell) = Before(network, input, part.Terms.Length == 1 ? part.Terms[0].From : new Cell(part.Unit));

        // Where the page's cell moves over a map, the cell that it reads moves too: then the part is the whole unit's.
        return new(input, source, cell, part.Terms.Length == 1 && source.Shape.MapSize > 1 && layer.Shape.MapSize == 1);
    }

    /// <summary>What it is called within its layer.</summary>
    /// <param name="unitName">Names a unit.</param>
    /// <param name="words">The language's words.</param>
    public string Name(Func<Layer, int, string> unitName, Words words)
    {
        var name = unitName(Source, Cell.Unit);
        return IsCell ? words["cell_of", name, Cell.Row, Cell.Column] : name;
    }

    private static (Layer Layer, Cell Cell) Before(NetworkGraph network, Layer layer, Cell cell)
    {
        if (layer.Operator is not ILaysOut flatten) return (layer, cell);
        var before = network[layer.Inputs[0]];
        return Before(network, before, flatten.SourceOf(cell.Unit, before.Shape));
    }
}
