using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>Reads an ONNX file and what is said of it, in the YAML file beside it and on the command line.</summary>
public static class ModelLoader
{
    private const long MostBytes = 1L << 31;

    /// <summary>The file's bytes; none where it can't be, which is reported.</summary>
    public static byte[] Bytes(SourcePath model, List<Diagnostic> diagnostics)
    {
        var info = new FileInfo(model.Full);
        if (!info.Exists)
        {
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no model '{model.Shown}'", new(model.Shown)));
            return [];
        }

        if (info.Length < MostBytes) return File.ReadAllBytes(model.Full);
        diagnostics.Add(Diagnostic.Error(DiagnosticCodes.ModelUnreadable, "the file is larger than 2 GB, which ONNX doesn't allow", new(model.Shown)));
        return [];
    }

    /// <summary>What is said of it, and the texts that say it, to be hashed. All of it is optional.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="bytes">Its bytes, which may say something of it too.</param>
    /// <param name="options">What the command line says.</param>
    /// <param name="diagnostics">Gets the mistakes.</param>
    /// <exception cref="DiagnosticException">A file can't be parsed at all.</exception>
    public static (ModelMetadata Metadata, ImmutableArray<string> Said) Metadata(SourcePath model, byte[] bytes, BuildOptions options, List<Diagnostic> diagnostics)
    {
        var yaml = Path.ChangeExtension(model.Full, ".yaml");
        var text = File.Exists(yaml) ? File.ReadAllText(yaml) : "";
        var metadata = ModelMetadataReader.Read(text, Path.ChangeExtension(model.Shown, ".yaml"), options.Input, diagnostics);
        metadata = metadata with
        {
            FoldBatchNorm = options.FoldBatchNorm ?? metadata.FoldBatchNorm,
            Probabilities = options.Probabilities ?? metadata.Probabilities,
            Task = options.Task ?? metadata.Task,
        };
        ImmutableArray<string> said = [text, $"{options.FoldBatchNorm} {options.Probabilities} {options.Task}", options.Input.ToText()];
        metadata = FileFacts(metadata, OnnxModel.MetadataOf(bytes), model.Shown, options.Labels is null, diagnostics);
        if (options.Labels is not { } labels) return (metadata, said);
        if (File.Exists(labels))
        {
            var lines = File.ReadAllText(labels);
            return (metadata with { Labels = LabelFile.Read(lines, labels, diagnostics) }, said.Add(lines));
        }

        if (KnownLabels.Of(labels) is { } known) return (metadata with { Labels = known }, said.Add(labels));
        diagnostics.Add(KnownLabels.Missing(labels));
        return (metadata, said);
    }

    /// <summary>What the file says of itself counts where its author says nothing.</summary>
    private static ModelMetadata FileFacts(ModelMetadata metadata, IReadOnlyDictionary<string, string> said, string shown, bool needsLabels, List<Diagnostic> diagnostics)
    {
        var task = metadata.Task ?? OwnMetadata.Task(said);
        var names = metadata.Labels.IsEmpty && needsLabels ? OwnMetadata.Labels(said, shown, diagnostics) : [];
        return metadata with { Task = task, Labels = names.IsEmpty ? metadata.Labels : names, AreLabelsOfFile = !names.IsEmpty, TrainedSides = OwnMetadata.Sides(said) };
    }
}
