using System.Collections.Immutable;

namespace Convscope.Core.Network;

/// <summary>
/// A canonical network: layers in an order in which each comes after what it reads. The first is the input,
/// and any directed acyclic graph will do.
/// </summary>
public sealed class NetworkGraph
{
    private readonly Dictionary<string, Layer> _byId;

    /// <summary>Makes a network of layers in topological order.</summary>
    /// <exception cref="ArgumentException">An id is used twice, or a layer reads one that doesn't come before it.</exception>
    public NetworkGraph(string name, IEnumerable<Layer> layers)
    {
        Name = name;
        Layers = [.. layers];
        _byId = [];
        foreach (var layer in Layers)
        {
            foreach (var input in layer.Inputs)
            {
                if (!_byId.ContainsKey(input)) throw new ArgumentException($"layer '{layer.Id}' reads '{input}', which doesn't come before it");
            }

            if (!_byId.TryAdd(layer.Id, layer)) throw new ArgumentException($"two layers are called '{layer.Id}'");
        }
    }

    /// <summary>The model's name. Hostile until escaped.</summary>
    public string Name { get; }

    /// <summary>All layers, topologically ordered.</summary>
    public ImmutableArray<Layer> Layers { get; }

    /// <summary>The layer that holds the preprocessed picture.</summary>
    public Layer Input => Layers[0];

    /// <summary>The last layer: what the network gives.</summary>
    public Layer Output => Layers[^1];

    /// <summary>Weights and biases in all.</summary>
    public long Parameters => Layers.Sum(layer => layer.Operator.Parameters);

    /// <summary>The layer with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Layer this[string id] => _byId[id];

    /// <summary>The layer with this id, or null.</summary>
    public Layer? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The layers that a layer reads.</summary>
    public IEnumerable<Layer> InputsOf(Layer layer) => layer.Inputs.Select(id => _byId[id]);

    /// <summary>The layers that read a layer.</summary>
    public IEnumerable<Layer> ReadersOf(Layer layer) => Layers.Where(reader => reader.Inputs.Contains(layer.Id));
}
