using Convscope.Inference.Importing.Steps;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;

namespace Convscope.Inference.Importing;

/// <summary>Turns the nodes of a file into the layers of a network.</summary>
internal static class NetworkImporter
{
    private static readonly IImportStep[] Steps =
        [new OtherTypes(), new Renaming(), new Transposing(), new Flattening(), new Densing(), new Operating()];

    /// <summary>The layers that lead from the input to an output, in topological order.</summary>
    public static IReadOnlyList<Recording> Layers(GraphProto graph, Import import)
    {
        var nodes = NodeOrder.Sort(graph.Node);

        // Constants first: a bias may be declared after the product that it is added to.
        var folding = new ConstantFolding();
        foreach (var node in nodes) folding.TryImport(node, import);
        foreach (var node in nodes)
        {
            // A step may have settled this node with an earlier one.
            if (!import.IsDone(node)) _ = Steps.First(step => step.TryImport(node, import));
        }

        return Live(graph, import);
    }

    private static List<Recording> Live(GraphProto graph, Import import)
    {
        var given = import.FlowsOf(graph.Output.Select(output => output.Name));
        var wanted = given.Select(flow => flow.Layer).ToHashSet(StringComparer.Ordinal);
        var input = import.Layers[0];
        foreach (var recording in import.Layers.AsEnumerable().Reverse().Where(recording => wanted.Contains(recording.Layer.Id)))
            wanted.UnionWith(recording.Layer.Inputs);
        if (wanted.Count < 2 || !wanted.Contains(input.Layer.Id))
            throw Plain.Unsupported("no layer leads from the picture to an output of the model", import.File);
        return [.. import.Layers.Where(recording => wanted.Contains(recording.Layer.Id))];
    }
}
