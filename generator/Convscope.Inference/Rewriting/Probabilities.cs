using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;
using Convscope.Inference.Meaning;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Rewriting;

/// <summary>
/// A classifier that stops at its logits, or at the logarithms of its probabilities, gets the softmax, or the sigmoids, that its author
/// left to the reader. ONNX Runtime computes it; the layers say that they are not in the file.
/// </summary>
internal static class Probabilities
{
    private const string Tensor = "convscope/probabilities";

    /// <summary>The layers with probabilities after them, where they end in logits; the model is given the node.</summary>
    /// <param name="graph">The model's graph.</param>
    /// <param name="network">The layers.</param>
    /// <param name="main">Id of the layer that classes are read from.</param>
    /// <param name="options">What the author says of the output.</param>
    /// <param name="changes">Told what was added.</param>
    public static Ending Derive(GraphProto graph, ImportedNetwork network, string main, ModelOptions options, GraphChanges changes)
    {
        var recordings = network.Layers.ToList();
        var head = OutputHead.Of(graph, recordings, main);
        var meaning = OutputGuess.Of(head, options) with { IsDeclared = options.Task is not null };
        if (meaning.Probabilities is ProbabilityOrigin.None or ProbabilityOrigin.Given) return new(recordings, main, meaning);

        var logits = recordings.First(recording => recording.Layer.Id == main);
        var layer = logits.Layer;
        if (!layer.Shape.IsVector)
        {
            if (logits.Layout != InputLayout.Nchw || layer.Shape.Sizes.Length != 3)
                return new(recordings, main, meaning with { Probabilities = ProbabilityOrigin.None });
            var flat = new Shape(layer.Shape.Units);
            layer = new(network.Ids.Take("flatten"), "flatten", KnownOperators.Flatten([0, 1, 2], flat), [layer.Id],
                flat)
            { IsDerived = true };
            recordings.Add(logits with { Layer = layer, Node = null });
        }

        var isEach = OutputGuess.IsEachOnItsOwn(meaning, head, options);
        var node = new NodeProto { OpType = isEach ? "Sigmoid" : "Softmax", Name = Tensor };
        node.Input.Add(logits.Tensor);
        node.Output.Add(Tensor);
        if (!isEach) node.Attribute.Add(new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = 1 });
        graph.Node.Add(node);
        var name = isEach ? "sigmoid" : "softmax";
        var id = network.Ids.Take(name, "probabilities");
        var last = new Layer(id, name, isEach ? new Sigmoid() : new Softmax(), [layer.Id], layer.Shape)
        { IsDerived = true, ReadableName = id };
        recordings.Add(new(last, Tensor, InputLayout.Nchw));
        var why = meaning.Probabilities == ProbabilityOrigin.Assumed
            ? $"probabilities if the model ends in logits, as it seems to: {meaning.Reason}" : "the model ends in logits";
        changes.Add("derive-probabilities", logits.Layer.Name, $"a {name} was added, which the file doesn't have: {why}");
        return new(recordings, last.Id, meaning);
    }
}

/// <summary>A network with what was added at its end.</summary>
/// <param name="Layers">The layers.</param>
/// <param name="Main">Id of the one that classes are read from.</param>
/// <param name="Meaning">What that gives.</param>
internal sealed record Ending(IReadOnlyList<Recording> Layers, string Main, OutputMeaning Meaning);
