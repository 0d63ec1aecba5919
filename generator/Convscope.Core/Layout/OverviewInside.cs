using System.Collections.Immutable;
using Convscope.Core.Network;

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
    /// <summary>Places the layers of a module.</summary>
    /// <param name="network">The network.</param>
    /// <param name="module">One without smaller modules.</param>
    /// <param name="units">The units drawn of a layer in room for so many.</param>
    /// <param name="most">At most so many of a layer are drawn.</param>
    public static OverviewInside Plan(NetworkGraph network, Module module, Func<Layer, int, ImmutableArray<int>> units, int most)
    {
        var plan = new InsidePlan(module, units, most);
        return plan.Drawn(network,
            [.. module.Layers.SelectMany(layer => layer.Inputs).Where(id => !plan.ById.ContainsKey(id)).Distinct()]);
    }
}
