using System.Collections.Immutable;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Convscope.Inference.Rewriting;
using Convscope.Inference.Running;

namespace Convscope.Inference;

/// <summary>An ONNX model, ready to run, and the canonical network read from it.</summary>
public sealed class OnnxModel : IDisposable
{
    private const int LargeFile = 32_000_000;

    private readonly Recorder _recorder;
    private readonly Recorder? _optimised;
    private readonly (int Low, int High)? _range;
    private readonly ImmutableArray<Recording> _recordings;

    private OnnxModel(Loaded loaded)
    {
        (_recorder, _optimised, _range, DeclaredLayout) =
            (loaded.Recorder, loaded.Optimised, loaded.Input.Range, loaded.Input.Layout);
        _recordings = [.. loaded.Recordings.Select(recording =>
            recording with { Layer = recording.Layer with { Value = recording.Tensor } })];
        Network = new NetworkGraph(loaded.Title, _recordings.Select(recording => recording.Layer), loaded.Outputs,
            loaded.Main)
        { Meaning = loaded.Meaning };
        Changes = [.. loaded.Changes];
        Note = loaded.Note;
    }

    /// <summary>The canonical network: all shapes are <c>(C, H, W)</c> or <c>(N)</c>, whatever the file's layout.</summary>
    public NetworkGraph Network { get; }

    /// <summary>What was changed of the file's graph to make it what a person would draw.</summary>
    public ImmutableArray<GraphChange> Changes { get; }

    /// <summary>What the first run found, for another process that loads the same model with the same options; empty where it would be too
    /// much.</summary>
    public byte[] Note { get; }

    /// <summary>Whether the file takes whole numbers of a byte only, so that fractions are rounded.</summary>
    public bool TakesWholeNumbers => _range is not null;

    /// <summary>The order of the input's axes in the file.</summary>
    public InputLayout DeclaredLayout { get; }

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The program that wrote the file, or empty. Hostile until escaped.</summary>
    public required string Producer { get; init; }

    /// <summary>Version of ONNX's own operator set that the file uses.</summary>
    public required long OpsetVersion { get; init; }

    /// <summary>Reads a model, runs it once on a grey picture to find its shapes, and names its layers.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Where the file is, for messages.</param>
    /// <param name="options">What the file leaves open.</param>
    /// <param name="note">The <see cref="Note"/> of the same model, loaded with the same options: then it isn't run before a picture
    /// is.</param>
    /// <exception cref="DiagnosticException">
    /// CS1101 when the bytes aren't a model, CS1102 when it isn't a network of one picture that can be run here, CS1104 when its
    /// input's sizes or layout are contradicted.
    /// </exception>
    public static OnnxModel Load(byte[] bytes, SourceSpan file, ModelOptions options, byte[]? note = null)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var model = ModelReader.Read(bytes, file);

        // The collector doesn't hurry, and half a gigabyte of them is soon to be there a second time.
        var isLarge = bytes.Length > LargeFile;
        bytes = [];
        if (isLarge) GC.Collect();
        var changes = new GraphChanges();
        LocalFunctions.Apply(model, changes, file);
        FixedInputs.Apply(model.Graph, options.Inputs, changes, file);
        ConstantBranches.Apply(model, changes);
        ConstantLoops.Apply(model, changes);
        OlderSets.Apply(model, changes);
        Spelled.Apply(model, changes);
        SparseWeights.Apply(model, changes, file);
        TensorProto.Types.DataType[] types = [.. Nodes.Tensors(model.Graph).Select(tensor => (TensorProto.Types.DataType)tensor.DataType)
            .Distinct()];
        var weights = Weights.Take(model, options.Folder, file);
        RandomNodes.Refuse(model, weights.Constants, file);
        SinglePrecision.Apply(model, types, changes);
        return new(ModelLoader.Load(model, weights, options, changes, file, note is { Length: > 0 } ? new(note) : null))
        {
            Sha256 = sha256,
            Producer = $"{model.ProducerName} {model.ProducerVersion}".Trim(),
            OpsetVersion = Nodes.OpsetOf(model),
        };
    }

    /// <summary>Full paths of the files beside a model in which it keeps weights; those that are missing or elsewhere are left
    /// out.</summary>
    /// <param name="bytes">The whole model.</param>
    /// <param name="folder">Its folder.</param>
    public static IReadOnlyList<string> FilesBeside(byte[] bytes, string folder) => ExternalData.FilesOf(bytes, folder);

    /// <summary>What a model's file says of itself, by key; empty where it says nothing or is none. Its graph isn't read.</summary>
    public static IReadOnlyDictionary<string, string> MetadataOf(byte[] bytes) => FileMetadata.Of(bytes);

    /// <summary>Runs one picture and records what every layer gives. May be called from several threads at once.</summary>
    /// <param name="input">The preprocessed picture, <c>(C, H, W)</c> row-major, whatever the file's layout.</param>
    /// <exception cref="ArgumentException">The number of values isn't the input's.</exception>
    /// <exception cref="DiagnosticException">CS1102 when a layer's shape depends on the picture, or the run fails.</exception>
    public Activations Run(float[] input)
    {
        if (_range is var (low, high)) input = Array.ConvertAll(input, value => Math.Clamp(MathF.Round(value), low, high));
        var picture = new Tensor(Network.Input.Shape, input);
        var given = DeclaredLayout == InputLayout.Nchw ? input : Permutation.ToChannelsLast(input, picture.Shape);
        var byLayer = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [Network.Input.Id] = picture };
        var byTensor = _recorder.Run(given);
        foreach (var recording in _recordings.Skip(1))
        {
            var shape = recording.Layer.Shape;
            var data = byTensor[recording.Tensor];
            if (data.Length != shape.Count) throw _recorder.Session.Changed(recording.Layer.Name);
            byLayer[recording.Layer.Id] = new(shape, recording.Layout == InputLayout.Nchw
                ? data : Permutation.ToChannelsFirst(data, shape));
        }

        return new(byLayer);
    }

    /// <summary>
    /// The numbers of the main output as the runtime gives them with all its optimisations, which in quantised networks compute otherwise
    /// than
    /// the file says; null for other networks, and where it can't.
    /// </summary>
    /// <param name="input">The preprocessed picture, as for <see cref="Run"/>.</param>
    public float[]? AnswerOptimised(float[] input)
    {
        if (_optimised is null) return null;
        if (_range is var (low, high)) input = Array.ConvertAll(input, value => Math.Clamp(MathF.Round(value), low, high));
        try
        {
            return _optimised.Run(DeclaredLayout == InputLayout.Nchw ? input : Permutation.ToChannelsLast(input, Network.Input.Shape))
                .Values.First();
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _recorder.Dispose();
        _optimised?.Dispose();
    }
}
