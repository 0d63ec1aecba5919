using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>What a network weighs and costs: the one place in which weights and multiplications are counted.</summary>
/// <param name="Parameters">Weights and biases, each tensor of the file once, however many layers work with it.</param>
/// <param name="MultiplyAdds">Products added up for one picture, by the layers of which that is known.</param>
/// <param name="NotCounted">Of how many layers it isn't known, so that the products are at least so many.</param>
public sealed record Cost(long Parameters, long MultiplyAdds, int NotCounted)
{
    /// <summary>The cost of a network.</summary>
    public static Cost Of(NetworkGraph network)
    {
        long?[] products = [.. network.Layers.Select(layer => ProductsOf(network, layer))];
        return new(ParametersOf(network.Layers), products.Sum() ?? 0, products.Count(count => count is null));
    }

    /// <summary>Weights and biases of some layers.</summary>
    public static long ParametersOf(IEnumerable<Layer> layers) =>
        layers.SelectMany(layer => layer.Weights).DistinctBy(tensor => tensor.Name, StringComparer.Ordinal).Sum(tensor => tensor.Count);

    /// <summary>Products that a layer adds up for one picture; null for a layer without an equation.</summary>
    public static long? ProductsOf(NetworkGraph network, Layer layer) =>
        layer.Operator is IUnexplained ? null : layer.Operator.MultiplyAdds([.. network.InputsOf(layer).Select(input => input.Shape)],
            layer.Shape);
}
