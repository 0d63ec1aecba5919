using Convscope.Core.Network;
using Convscope.Inference.Importing.Steps;
using Convscope.Inference.Naming;
using Convscope.Inference.Onnx;

namespace Convscope.Inference.Importing;

/// <summary>Turns the nodes of a file into the layers of a network.</summary>
internal static class NetworkImporter
{
    /// <summary>In this order: what several nodes mean together comes before what each means alone.</summary>
    private static readonly IImportStep[] Steps =
    [
        new Quantising(() => Behind), new OtherTypes(), new DynamicRanges(), new IntegerScaling(), new Dropping(), new Transposing(),
            new Flattening(), new Shuffling(), new PixelShuffling(), new WrittenGroupNorm(),
            new NamedFunctions(), new WrittenSoftmax(), new VectorSoftmax(),
        new Densing(), new Contracting(), new Choosing(), new BiasAdding(), new PadFolding(), new BatchNormFolding(), new Splitting(),
        new OtherNodes(),
    ];

    private static IImportStep[] Behind => Steps[1..];

    /// <summary>The layers that lead from the input to an output, in topological order, with their ids.</summary>
    public static ImportedNetwork Layers(GraphProto graph, Import import)
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

        var live = Live(graph, import);
        import.Changes.KeepOnly(live.Select(recording => recording.Tensor).ToHashSet(StringComparer.Ordinal));
        return Named(
            LayerWeights.Assign(live, graph, import.Constants),
            [.. graph.Output.Select(output => import[output.Name]).OfType<Flow>().Select(flow => flow.Layer).Distinct()],
            import);
    }

    private static List<Recording> Live(GraphProto graph, Import import)
    {
        var given = import.FlowsOf(graph.Output.Select(output => output.Name));
        var wanted = given.Select(flow => flow.Layer).ToHashSet(StringComparer.Ordinal);
        var input = import.Layers[0];
        foreach (var recording in import.Layers.AsEnumerable().Reverse().Where(recording => wanted.Contains(recording.Layer.Id)))
            wanted.UnionWith(recording.Layer.Inputs);
        if (wanted.Count < 2 || !wanted.Contains(input.Layer.Id))
            throw ModelText.Unsupported("no layer leads from the picture to an output of the model", import.File);
        return [.. import.Layers.Where(recording => wanted.Contains(recording.Layer.Id))];
    }

    /// <summary>Gives names and ids at the end, so that no layer that was dropped takes one.</summary>
    private static ImportedNetwork Named(IReadOnlyList<Recording> recordings, string[] outputs, Import import)
    {
        var names = AuthorNames.Of(LayerOrigins.Of(recordings, import));
        var ids = new LayerIds();
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var (layer, tensor) = (recordings[i].Layer, recordings[i].Tensor);
            named[layer.Id] = i == 0 ? ids.Take("input") : ids.Take(LayerIds.Candidates(names[i], tensor, layer.Operator));
        }

        return new(
            [.. recordings.Select((recording, i) =>
                recording with { Layer = Renamed(recording.Layer, named) with { ReadableName = names[i] } })],
            [.. outputs.Select(id => named[id])],
            ids);
    }

    private static Layer Renamed(Layer layer, Dictionary<string, string> ids) =>
        layer with { Id = ids[layer.Id], Inputs = [.. layer.Inputs.Select(id => ids[id])] };
}

/// <summary>What an import makes.</summary>
/// <param name="Layers">The layers, topologically ordered.</param>
/// <param name="Outputs">Ids of those that the file gives to the outside, in its order; empty when what it gives is no layer.</param>
/// <param name="Ids">To name further layers.</param>
internal sealed record ImportedNetwork(IReadOnlyList<Recording> Layers, IReadOnlyList<string> Outputs, LayerIds Ids);
