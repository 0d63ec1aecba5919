using System.Collections.Immutable;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Importing.Steps;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Type = Convscope.Inference.Onnx.TensorProto.Types.DataType;

namespace Convscope.Inference.Importing;

/// <summary>
/// Which tensors of weights each layer works with, explained or not: all that lead to what it gives, from the layers that it reads on. What
/// is computed from weights alone, and so is the same for every picture, counts as the weights that it is computed from.
/// </summary>
internal sealed class LayerWeights
{
    /// <summary>
    /// Operators that no class explains, some of whose inputs are settings, from which on; whole numbers are none of anything, and needn't
    /// stand here.
    /// </summary>
    private static readonly Dictionary<string, int> Settings = new(StringComparer.Ordinal)
    {
        ["ConstantOfShape"] = 0, ["Dropout"] = 1, ["OneHot"] = 1, ["Range"] = 0,

        // The states that a recurrence begins with, as a rule zeros.
        ["GRU"] = 5, ["LSTM"] = 5, ["RNN"] = 5,
    };

    private static readonly HashSet<Type> Small = [Type.Int8, Type.Uint8];

    private readonly Dictionary<string, NodeProto> _makers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WeightTensor> _weights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofPicture = new(StringComparer.Ordinal);
    private readonly HashSet<NodeProto> _owned = [];
    private readonly HashSet<string> _layers;

    private LayerWeights(GraphProto graph, IReadOnlyDictionary<string, Constant> constants, string input, IEnumerable<string> layers)
    {
        _layers = layers.ToHashSet(StringComparer.Ordinal);
        _ofPicture.Add(input);
        foreach (var node in NodeOrder.Sort(graph.Node))
        {
            foreach (var output in node.Output.Where(name => name.Length > 0)) _makers.TryAdd(output, node);
            if (Nodes.Reads(node).Any(_ofPicture.Contains)) _ofPicture.UnionWith(node.Output.Where(name => name.Length > 0));
        }

        // A large one was taken out of the graph, since it is of single precision.
        var types = new Dictionary<string, Type>(StringComparer.Ordinal);
        // Of two with one name the runtime takes the last.
        foreach (var tensor in graph.Initializer) types[tensor.Name] = (Type)tensor.DataType;
        var stored = graph.Node.SelectMany(Stored).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, constant) in constants)
        {
            if (IsOfWeights(types.GetValueOrDefault(name, Type.Float)) || stored.Contains(name)) _weights[name] = new(name,
                constant.Values.Length);
        }
    }

    /// <summary>The same layers, each with the weights that it works with.</summary>
    /// <param name="recordings">The layers in topological order, the input first.</param>
    /// <param name="graph">The file's graph.</param>
    /// <param name="constants">Its weights and other constants.</param>
    public static IReadOnlyList<Recording> Assign(IReadOnlyList<Recording> recordings, GraphProto graph,
        IReadOnlyDictionary<string, Constant> constants)
    {
        var all = new LayerWeights(graph, constants, recordings[0].Tensor, recordings.Select(recording => recording.Tensor));
        return [.. recordings.Select((recording, i) =>
            recording with { Layer = recording.Layer with { Weights = i == 0 ? [] : all.Of(recording.Tensor) } })];
    }

    private static bool IsOfWeights(Type type) => Numbers.IsReal(type) || Small.Contains(type);

    private ImmutableArray<WeightTensor> Of(string layer)
    {
        var found = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([layer]);
        while (queue.TryDequeue(out var tensor))
        {
            if (!seen.Add(tensor)) continue;
            if (_weights.TryGetValue(tensor, out var weights)) found[tensor] = weights;

            // What depends on the picture belongs to the first layer that it leads to: others read that layer, or the same tensor in
            // another shape.
            else if (_makers.TryGetValue(tensor, out var maker) && (!_ofPicture.Contains(tensor) || _owned.Add(maker)))
            {
                foreach (var name in Reads(maker).Where(name => !_layers.Contains(name))) queue.Enqueue(name);
                foreach (var inner in Within(maker)) found[inner.Name] = inner;
            }
        }

        return [.. found.Values];
    }

    /// <summary>Weights that are whole numbers because they are stored so.</summary>
    private static IEnumerable<string> Stored(NodeProto node) =>
        OperatorCatalog.MarkOf(node.OpType) is { WeightsAt: { Length: > 0 } places }
        ? places.Where(place => place < node.Input.Count).Select(place => node.Input[place])
        : WholeNumbers.IsDequantize(node) ? node.Input.Take(1) : [];

    /// <summary>What a node reads, its settings left out.</summary>
    private static IEnumerable<string> Reads(NodeProto node)
    {
        var mark = OperatorCatalog.MarkOf(node.OpType) is { } found && found.IsOf(node.Domain) ? found : null;
        var settings = mark?.SettingsFrom
            ?? (Nodes.IsDefaultDomain(node.Domain) ? Settings.GetValueOrDefault(node.OpType, int.MaxValue) : int.MaxValue);
        return node.Input.Take(settings)
            .Where((name, i) => name.Length > 0 && (mark is not { WeightsAt.Length: > 0 } || i == 0 || mark.WeightsAt.Contains(i)))
            .Concat(Nodes.Captured(node));
    }

    /// <summary>Weights inside a node: a constant of more than one number, and those of its branches.</summary>
    private static IEnumerable<WeightTensor> Within(NodeProto node)
    {
        if (node.Is("Constant"))
        {
            foreach (var tensor in node.Attribute.Select(attribute => attribute.T).OfType<TensorProto>())
            {
                var count = tensor.Dims.Aggregate(1L, (product, size) => product * size);
                if (count > 1 && IsOfWeights((Type)tensor.DataType)) yield return new(node.Output[0], count);
            }
        }

        foreach (var graph in Nodes.Graphs(node))
        {
            foreach (var tensor in graph.Initializer.Where(tensor => IsOfWeights((Type)tensor.DataType)))
                yield return new($"{Nodes.NameOf(node)}/{tensor.Name}", tensor.Dims.Aggregate(1L, (product, size) => product * size));
            foreach (var inner in graph.Node.SelectMany(Within)) yield return inner with { Name = $"{Nodes.NameOf(node)}/{inner.Name}" };
        }
    }
}
