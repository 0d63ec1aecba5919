using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Tensors;

namespace Convscope.Core.Planning;

/// <summary>Chooses which units of a layer get a map and a page, so that a large network makes a site of a bearable size.</summary>
public static class UnitPlan
{
    /// <summary>
    /// Units to show, ascending: of maps, the first <paramref name="limit"/>; of a vector, the <paramref name="limit"/> largest.
    /// A rearrangement (flatten) computes nothing, so its units are cells of its layer's page, not pages.
    /// </summary>
    public static ImmutableArray<int> Units(Layer layer, Tensor activation, int limit)
    {
        if (layer.Operator.Kind == "flatten") return [];
        var units = Enumerable.Range(0, layer.Shape.Units);
        if (layer.Shape.Units <= limit) return [.. units];
        if (!layer.Shape.IsVector) return [.. units.Take(limit)];
        return [.. units.OrderByDescending(unit => activation[unit]).ThenBy(unit => unit).Take(limit).Order()];
    }
}
