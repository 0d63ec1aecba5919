using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>Layers that give whole numbers which stand for fractions.</summary>
public static class WholeLayers
{
    /// <summary>How the numbers of a layer stand for fractions; null where they are what they are. What pools them or moves them about
    /// leaves them what they were.</summary>
    public static Quantiser? StoresOf(NetworkGraph network, Layer layer)
    {
        if (layer.Operator is IStores stores) return stores.Stores;
        if (layer.Inputs.Length != 1 || layer.Parameters > 0) return null;
        var input = network[layer.Inputs[0]];
        return layer.Operator.Role(input.Shape, layer.Shape) is LayerRole.Pool or LayerRole.Rearrange ? StoresOf(network, input) : null;
    }
}
