using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Operators;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Convscope.Inference.Rewriting;
using Convscope.Inference.Running;

namespace Convscope.Inference;

/// <summary>From a model without its weights to layers and a session that records them.</summary>
internal static class ModelLoader
{
    /// <summary>Runs the model once with each pair of sides worth trying until one will do, and reads its layers; where it is noted what
    /// an earlier run found, none.</summary>
    /// <exception cref="DiagnosticException">CS1102 or CS1104 when none will.</exception>
    public static Loaded Load(ModelProto model, Weights weights, ModelOptions options, GraphChanges changes, SourceSpan file,
        NotedFindings? noted)
    {
        var fed = weights.Names.ToHashSet(StringComparer.Ordinal);
        UnreadInputs.Drop(model.Graph, fed, changes);
        var inputs = GraphInput.Find(model.Graph, fed, options, file);
        if (inputs.Count == 1) return Load(model.Clone(), weights, inputs[0], options, changes, file, noted);
        DiagnosticException? first = null;
        foreach (var input in inputs.Concat(Fitting()).Where(input => noted is null || noted.AreOf(input)))
        {
            try
            {
                var tried = new GraphChanges();
                foreach (var change in changes) tried.Add(change.Pass, change.Node, change.What);
                tried.Add("open-sides", input.Source, $"takes any height and width; {input.Shape.Height} × {input.Shape.Width} was taken");
                return Load(model.Clone(), weights, input, options, tried, file, noted);
            }
            catch (DiagnosticException error) when (error.Diagnostics[0].Code == DiagnosticCodes.ModelUnsupported)
            {
                first ??= error;
            }
        }

        // A dense layer says how many numbers it wants: they grow with the area of the picture.
        IEnumerable<GraphInput> Fitting()
        {
            var sides = noted is null ? FittingSides.Of(first?.Diagnostics[0].Message ?? "", inputs[0].Shape) : [noted.Side];
            foreach (var side in sides) yield return inputs[0].OfSide(side, file);
        }

        var shape = inputs[0].Shape;
        throw new DiagnosticException(
            DiagnosticCodes.InputMismatch,
            $"the input {ModelText.Quoted(inputs[0].Source)} leaves its sides open, and {shape.Height} × {shape.Width} won't do ({first!.Diagnostics[0].Message}); "
            + "write the `height:` and `width:` that the model was trained with under `input:` in its YAML file",
            file);
    }

    private static Loaded Load(ModelProto model, Weights weights, GraphInput input, ModelOptions options, GraphChanges changes,
        SourceSpan file, NotedFindings? noted)
    {
        PictureInput.Apply(model.Graph, input, changes);
        var (network, note) = noted is null ? Probe(model, weights, input, options, changes, file) : Layers(model, weights, input, noted,
            options, changes, file);
        var main = MainOutput(network);
        var (recordings, probabilities, meaning) = Probabilities.Derive(model.Graph, network, main, options, changes);
        (recordings, var ids) = GivenNames.Apply(recordings, options.Names);
        string[] tensors = [.. recordings.Skip(1).Select(recording => recording.Tensor).Distinct(StringComparer.Ordinal)];
        var outputs = network.Outputs.Select(id => ids[id == main ? probabilities : id]);
        var session = new Lazy<Session>(() => new(Promotion.Promote(model, tensors), weights, input, file));

        // A model that can't be loaded is to be told now. One that has been run before can, and perhaps nothing will be run.
        if (noted is null) _ = session.Value;
        return new(
            new(session, tensors), Optimised(model, recordings, ids[probabilities], weights, input, file), input, recordings,
                [.. outputs], ids[probabilities], meaning,
            model.Graph.Name.Length > 0 ? model.Graph.Name : Path.GetFileNameWithoutExtension(file.Path), changes, note);
    }

    /// <summary>Of a network in whole numbers, how to ask the runtime for the answer as it would give it unasked; null for
    /// others.</summary>
    private static Recorder? Optimised(ModelProto model, IReadOnlyList<Recording> recordings, string main, Weights weights,
        GraphInput input,
        SourceSpan file)
    {
        if (!recordings.Any(recording => recording.Layer.Operator is IStores)) return null;
        string[] answer = [recordings.First(recording => recording.Layer.Id == main).Tensor];
        return new(new(() => new(Promotion.Promote(model, answer), weights, input, file, isOptimised: true)), answer);
    }

    private static Probed Probe(ModelProto model, Weights weights, GraphInput input, ModelOptions options, GraphChanges changes,
        SourceSpan file)
    {
        var names = Promotion.Intermediates(model.Graph);
        using var limit = MemoryLimit.Enter();
        try
        {
            using var session = new Session(Promotion.Promote(model, names), weights, input, file, isLimited: true);
            using var probe = new Probe(session, input, names, file);
            return Layers(model, weights, input, probe, options, changes, file);
        }
        catch (DiagnosticException error) when (input.Batch > 1)
        {
            throw ModelText.Unsupported(
                $"the input {ModelText.Quoted(input.Source)} takes a batch of {input.Batch}, and the model can't do with one: {error.Diagnostics[0].Message}", file);
        }
    }

    private static Probed Layers(ModelProto model, Weights weights, GraphInput input, IFindings findings, ModelOptions options,
        GraphChanges changes, SourceSpan file) =>
        new(NetworkImporter.Layers(model.Graph, new Import(model, weights.Constants, input, findings, options, changes, file)),
            findings.ToNote());

    /// <summary>The layer that classes are read from: the first output with probabilities, else the first vector, else the first. Of one
    /// that only chooses, it is what that chooses from.</summary>
    private static string MainOutput(ImportedNetwork network)
    {
        if (network.Outputs.Count == 0) return network.Layers[^1].Layer.Id;
        Layer[] outputs = [.. network.Outputs.Select(id => Answer(network.Layers.First(recording => recording.Layer.Id == id).Layer))];
        var vectors = outputs.Where(layer => layer.Shape.IsVector).ToArray();
        return (vectors.FirstOrDefault(layer => layer.Operator.GivesProbabilities) ?? vectors.FirstOrDefault() ?? outputs[0]).Id;

        Layer Answer(Layer layer) => layer.Operator.OnlyChooses
            ? Answer(network.Layers.First(recording => recording.Layer.Id == layer.Inputs[0]).Layer) : layer;
    }
}

/// <summary>What loading makes.</summary>
/// <param name="Recorder">Records the layers' tensors.</param>
/// <param name="Optimised">Records the answer alone, as the runtime's optimisations have it; null where the network isn't
/// quantised.</param>
/// <param name="Input">Where the picture goes.</param>
/// <param name="Recordings">The layers.</param>
/// <param name="Outputs">Ids of those that the file gives to the outside.</param>
/// <param name="Main">Id of the one that classes are read from.</param>
/// <param name="Meaning">What that one gives.</param>
/// <param name="Title">The model's name.</param>
/// <param name="Changes">What was changed.</param>
/// <param name="Note">What the first run found, for <see cref="NotedFindings"/>; empty where it would be too long.</param>
internal sealed record Loaded(
    Recorder Recorder, Recorder? Optimised, GraphInput Input, IReadOnlyList<Recording> Recordings, IReadOnlyList<string> Outputs,
        string Main,
        OutputMeaning Meaning, string Title,
    GraphChanges Changes, byte[] Note);

/// <summary>What a model's first run gives.</summary>
/// <param name="Network">The layers.</param>
/// <param name="Note">What the run found, for <see cref="NotedFindings"/>; empty where it would be too long.</param>
internal sealed record Probed(ImportedNetwork Network, byte[] Note);
