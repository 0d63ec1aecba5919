using System.Collections.Immutable;
using Convscope.Core.Operators;

namespace Convscope.Core.Network;

/// <summary>
/// A canonical network: layers in an order in which each comes after what it reads. The first is the input,
/// and any directed acyclic graph will do.
/// </summary>
public sealed class NetworkGraph
{
    private readonly Dictionary<string, int> _positions;
    private readonly Lazy<ReceptiveFields> _fields;

    /// <summary>Makes a network of layers in topological order.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="outputs">Ids of the layers that the model gives to the outside; null takes the last alone.</param>
    /// <param name="main">Id of the layer that classes are read from; null takes the first output.</param>
    /// <exception cref="ArgumentException">An id is used twice, or a layer reads one that doesn't come before it, or an output is none of
    /// them.</exception>
    public NetworkGraph(string name, IEnumerable<Layer> layers, IEnumerable<string>? outputs = null, string? main = null)
    {
        Name = name;
        Layers = [.. layers];
        _positions = [];
        foreach (var layer in Layers)
        {
            foreach (var input in layer.Inputs)
            {
                if (!_positions.ContainsKey(input))
                    throw new ArgumentException($"layer '{layer.Id}' reads '{input}', which doesn't come before it");
            }

            if (!_positions.TryAdd(layer.Id, _positions.Count)) throw new ArgumentException($"two layers are called '{layer.Id}'");
        }

        Outputs = outputs is null ? [] : [.. outputs.Distinct()];
        if (Outputs.IsEmpty) Outputs = [main ?? Layers[^1].Id];
        var first = main ?? Outputs[0];
        if (Outputs.Append(first).FirstOrDefault(id => !_positions.ContainsKey(id)) is { } missing)
            throw new ArgumentException($"there is no layer '{missing}' to give to the outside");
        Output = this[first];
        Meaning = Output.Operator.GivesProbabilities
            ? new(NetworkTask.Classifier, ProbabilityOrigin.Given, "it gives probabilities")
                : new(NetworkTask.Regressor, ProbabilityOrigin.None, "it gives numbers");
        _fields = new(() => new(this));
    }

    /// <summary>The model's name. Hostile until escaped.</summary>
    public string Name { get; }

    /// <summary>All layers, topologically ordered.</summary>
    public ImmutableArray<Layer> Layers { get; }

    /// <summary>The layer that holds the preprocessed picture.</summary>
    public Layer Input => Layers[0];

    /// <summary>Ids of the layers that the model gives to the outside, in the file's order.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>The output that classes are read from. Mostly the last layer, but others may read it, or lie beside it.</summary>
    public Layer Output { get; }

    /// <summary>What the output is.</summary>
    public OutputMeaning Meaning { get; init; }

    /// <summary>
    /// Whether what a layer gives are probabilities, or shares of one whole. An output's numbers between 0 and 1 may be anything: its
    /// meaning says so. Within a network a sigmoid is a gate, by which other numbers are multiplied, and a softmax gives shares.
    /// </summary>
    public bool AreProbabilities(Layer layer) => layer.Operator.GivesProbabilities
        && (layer == Output || Outputs.Contains(layer.Id)
            ? Meaning.Probabilities != ProbabilityOrigin.None : layer.Operator.Gives == OutputKind.Shares);

    /// <summary>Which pixels of the picture each cell depends on; worked out when first asked for.</summary>
    public ReceptiveFields Fields => _fields.Value;

    /// <summary>Weights and biases in all.</summary>
    public long Parameters => Cost.ParametersOf(Layers);

    /// <summary>The layer with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Layer this[string id] => Layers[_positions[id]];

    /// <summary>The layer with this id, or null.</summary>
    public Layer? Find(string id) => _positions.TryGetValue(id, out var position) ? Layers[position] : null;

    /// <summary>Where the layer with this id stands among all.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public int PositionOf(string id) => _positions[id];

    /// <summary>The layers that a layer reads.</summary>
    public IEnumerable<Layer> InputsOf(Layer layer) => layer.Inputs.Select(id => this[id]);

    /// <summary>The layers that read a layer.</summary>
    public IEnumerable<Layer> ReadersOf(Layer layer) => Layers.Where(reader => reader.Inputs.Contains(layer.Id));
}
