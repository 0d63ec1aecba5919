using System.Collections.Immutable;
using System.Security.Cryptography;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Tensors;
using Convscope.Inference.Importing;
using Convscope.Inference.Onnx;
using Convscope.Inference.Reading;
using Convscope.Inference.Running;

namespace Convscope.Inference;

/// <summary>An ONNX model, ready to run, and the canonical network read from it.</summary>
public sealed class OnnxModel : IDisposable
{
    private readonly Session _session;
    private readonly IReadOnlyList<Recording> _recordings;

    private OnnxModel(ModelProto model, byte[] bytes, string name, InputLayout layout, Session session, IReadOnlyList<Recording> recordings)
    {
        (_session, _recordings, DeclaredLayout) = (session, recordings, layout);
        Network = new NetworkGraph(name, recordings.Select(recording => recording.Layer));
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Producer = $"{model.ProducerName} {model.ProducerVersion}".Trim();
        OpsetVersion = model.OpsetImport.Where(set => set.Domain is "" or "ai.onnx").Select(set => set.Version).FirstOrDefault();
    }

    /// <summary>The canonical network: all shapes are <c>(C, H, W)</c> or <c>(N)</c>, whatever the file's layout.</summary>
    public NetworkGraph Network { get; }

    /// <summary>The order of the input's axes in the file.</summary>
    public InputLayout DeclaredLayout { get; }

    /// <summary>What canonicalisation changed of the file's graph, in order.</summary>
    public ImmutableArray<GraphChange> Changes { get; } = [];

    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The program that wrote the file, or empty. Hostile until escaped.</summary>
    public string Producer { get; }

    /// <summary>Version of ONNX's own operator set that the file uses.</summary>
    public long OpsetVersion { get; }

    /// <summary>Reads a model, runs it once on a grey picture to find its shapes, and names its layers.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Where the file is, for messages.</param>
    /// <param name="options">What the file leaves open.</param>
    /// <exception cref="DiagnosticException">
    /// CS1101 when the bytes aren't a model, CS1102 when it isn't a float32 network of one picture, CS1104 when its input's
    /// sizes or layout are open or contradicted.
    /// </exception>
    public static OnnxModel Load(byte[] bytes, SourceSpan file, ModelOptions options)
    {
        var model = ModelReader.Read(bytes, file);
        var input = GraphInput.Find(model.Graph, options, file);
        var intermediates = Promotion.Intermediates(model.Graph);
        var session = new Session(Promotion.Promote(bytes, intermediates), input, file);
        try
        {
            if (session.FirstTooLarge is { } name)
                throw Plain.Unsupported($"{Plain.Quoted(name)} is too large to record", file);
            using var probe = new Probe(session, input, [.. intermediates, .. model.Graph.Output.Select(output => output.Name).Distinct()]);
            var recordings = NetworkImporter.Layers(model.Graph, new Import(model, input, probe, file));
            var title = model.Graph.Name.Length > 0 ? model.Graph.Name : Path.GetFileNameWithoutExtension(file.Path);
            return new(model, bytes, title, input.Layout, session, recordings);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Runs one picture and records what every layer gives. May be called from several threads at once.</summary>
    /// <param name="input">The preprocessed picture, <c>(C, H, W)</c> row-major, whatever the file's layout.</param>
    /// <exception cref="ArgumentException">The number of values isn't the input's.</exception>
    /// <exception cref="DiagnosticException">CS1102 when a layer's shape depends on the picture, or the run fails.</exception>
    public Activations Run(float[] input)
    {
        var picture = new Tensor(Network.Input.Shape, input);
        var given = DeclaredLayout == InputLayout.Nchw ? input : Permutation.ToChannelsLast(input, picture.Shape);
        var byLayer = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [Network.Input.Id] = picture };
        Recording[] layers = [.. _recordings.Skip(1)];
        using var values = _session.Run(given, [.. layers.Select(layer => layer.Tensor)]);
        foreach (var (recording, value) in layers.Zip(values))
        {
            var shape = recording.Layer.Shape;
            var data = value.GetTensorDataAsSpan<float>();
            if (data.Length != shape.Count) throw _session.Changed(recording.Layer.Name);
            byLayer[recording.Layer.Id] = new(
                shape,
                recording.Layout == InputLayout.Nchw ? data.ToArray() : Permutation.ToChannelsFirst(data, shape));
        }

        return new(byLayer);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
