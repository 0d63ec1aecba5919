using Convscope.Core.Network;
using Convscope.Core.Operators;

namespace Convscope.Core.Planning;

/// <summary>
/// Chooses which layers of a deep network get pages for their units. First the input and the outputs; then the ends of modules
/// (layers that join or are read by several) and pools; then convolutions and dense layers; then the rest. Where not all of one
/// sort fit, they are spread evenly over the depth. A layer that is chosen brings what it reads, so that its equations have
/// their operands.
/// </summary>
public static class LayerChoice
{
    /// <summary>A layer that reads more than these is chosen without them: one unit of it reads only one (a concatenation).</summary>
    private const int MostBrought = 3;

    /// <summary>Ids of the layers to show; a flatten has no units and doesn't count.</summary>
    public static IReadOnlySet<string> Of(NetworkGraph network, int limit)
    {
        var counted = network.Layers.Where(layer => layer.Operator is not ILaysOut).ToArray();
        if (counted.Length <= limit) return counted.Select(layer => layer.Id).ToHashSet(StringComparer.Ordinal);
        var readers = network.Layers.SelectMany(layer => layer.Inputs.Distinct()).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var sorts = counted.GroupBy(layer => SortOf(network, layer, readers.GetValueOrDefault(layer.Id))).OrderBy(sort => sort.Key);
        foreach (var layer in sorts.SelectMany(sort => SpreadEvenly([.. sort])))
        {
            string[] brought = [layer.Id, .. Brought(network, layer)];
            var missing = brought.Where(id => !chosen.Contains(id)).ToArray();
            if (chosen.Count + missing.Length <= limit) chosen.UnionWith(missing);
        }

        return chosen;
    }

    private static int SortOf(NetworkGraph network, Layer layer, int readers) =>
        layer == network.Input || readers == 0 ? 0
        : layer.Inputs.Length > 1 || readers > 1 || layer.Operator is IHasWindow and not IHasKernels ? 1
        : !layer.Operator.IsPerUnit && layer.Operator.Parameters > 0 ? 2 : 3;

    private static IEnumerable<string> Brought(NetworkGraph network, Layer layer) =>
        layer.Inputs.Length > MostBrought ? [] : network.InputsOf(layer).Select(input => Source(network, input).Id).Distinct();

    private static Layer Source(NetworkGraph network, Layer layer) =>
        layer.Operator is ILaysOut ? Source(network, network[layer.Inputs[0]]) : layer;

    /// <summary>An order of which every beginning is spread about evenly: places by their binary digits turned round (van der
    /// Corput).</summary>
    private static IEnumerable<Layer> SpreadEvenly(Layer[] layers)
    {
        var (bits, size) = (0, 1);
        while (size < layers.Length) (bits, size) = (bits + 1, size * 2);
        for (var i = 0; i < size; i++)
        {
            var turned = 0;
            for (var bit = 0; bit < bits; bit++) turned |= ((i >> bit) & 1) << (bits - 1 - bit);
            if (turned < layers.Length) yield return layers[turned];
        }
    }
}
