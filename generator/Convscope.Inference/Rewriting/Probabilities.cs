using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// A classifier that stops at its logits, or at the logarithms of its probabilities, gets the softmax that its author left to the
/// reader. ONNX Runtime computes it; the layers say that they are not in the file.
/// </summary>
internal static class Probabilities
{
    private const string Tensor = "convscope/probabilities";

    private static readonly HashSet<string> GivesLogits = new(StringComparer.Ordinal)
    {
        "Add", "AveragePool", "BatchNormalization", "Conv", "Gemm", "GlobalAveragePool", "GlobalMaxPool", "LogSoftmax", "MatMul", "MaxPool", "ReduceMean",
    };

    /// <summary>The layers with probabilities after them, where they end in logits; the model is given the node.</summary>
    /// <param name="graph">The model's graph.</param>
    /// <param name="network">The layers.</param>
    /// <param name="main">Id of the layer that classes are read from.</param>
    /// <param name="changes">Told what was added.</param>
    /// <returns>The layers and the id of the one that classes are now read from.</returns>
    public static (IReadOnlyList<Recording> Layers, string Main) Derive(GraphProto graph, ImportedNetwork network, string main, GraphChanges changes)
    {
        var recordings = network.Layers.ToList();
        var logits = recordings.First(recording => recording.Layer.Id == main);
        if (logits.Layer.Shape is not { Units: > 1, MapSize: 1 } || !AreLogits(logits, recordings)) return (recordings, main);

        var layer = logits.Layer;
        if (!layer.Shape.IsVector)
        {
            if (logits.Layout != InputLayout.Nchw || layer.Shape.Sizes.Length != 3) return (recordings, main);
            var flat = new Shape(layer.Shape.Units);
            layer = new(network.Ids.Take("flatten"), "flatten", KnownOperators.Flatten([0, 1, 2], flat), [layer.Id], flat) { IsDerived = true };
            recordings.Add(logits with { Layer = layer, Node = null });
        }

        var node = new NodeProto { OpType = "Softmax", Name = Tensor };
        node.Input.Add(logits.Tensor);
        node.Output.Add(Tensor);
        node.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = 1 });
        graph.Node.Add(node);
        var softmax = new Layer(network.Ids.Take("softmax", "probabilities"), "softmax", new Softmax(), [layer.Id], layer.Shape) { IsDerived = true };
        recordings.Add(new(softmax, Tensor, InputLayout.Nchw));
        changes.Add("derive-probabilities", logits.Layer.Name, "a softmax was added, which the file doesn't have: the model ends in logits");
        return (recordings, softmax.Id);
    }

    private static bool AreLogits(Recording recording, List<Recording> recordings)
    {
        while (recording.Layer.Operator.Kind == "flatten")
            recording = recordings.First(other => other.Layer.Id == recording.Layer.Inputs[0]);
        return recording.Layer.Operator.Kind == "dense" || (recording.Node is { } node && GivesLogits.Contains(node.OpType));
    }
}
