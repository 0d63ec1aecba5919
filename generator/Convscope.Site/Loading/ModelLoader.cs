using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
using Convscope.Core.Network;
using Convscope.Core.Network.Doubts;
using Convscope.Inference;
using Convscope.Site.Configuration;

namespace Convscope.Site.Loading;

/// <summary>Reads an ONNX file and what is said of it, in the YAML file beside it and on the command line.</summary>
public static class ModelLoader
{
    /// <summary>ONNX allows no more.</summary>
    private const long MostBytes = int.MaxValue;

    /// <summary>Of a file of weights beside it: all that can be shown, in double precision.</summary>
    private const long MostWeights = 6_400_000_000;

    /// <summary>The file's bytes; none where there is none, which is reported.</summary>
    /// <exception cref="DiagnosticException">It, or a file of weights beside it, can't be read.</exception>
    public static byte[] Bytes(SourcePath model, List<Diagnostic> diagnostics)
    {
        if (!SourceFile.IsThere(model.Full))
        {
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no model '{model.Shown}'", model.Span));
            return [];
        }

        var bytes = SourceFile.Bytes(model, MostBytes);
        foreach (var weights in OnnxModel.FilesBeside(bytes, Path.GetDirectoryName(model.Full)!))
            SourceFile.Check(new(weights, Path.Combine(Path.GetDirectoryName(model.Shown) ?? "",
                Path.GetRelativePath(Path.GetDirectoryName(model.Full)!, weights)).Replace('\\', '/')), MostWeights);
        return bytes;
    }

    /// <summary>What is said of it, and the texts that say it, to be hashed. All of it is optional.</summary>
    /// <param name="model">The model's file.</param>
    /// <param name="bytes">Its bytes, which may say something of it too.</param>
    /// <param name="options">What the command line says.</param>
    /// <param name="diagnostics">Gets the mistakes.</param>
    /// <exception cref="DiagnosticException">A file can't be parsed at all.</exception>
    public static (ModelMetadata Metadata,
        ImmutableArray<string> Said) Metadata(SourcePath model, byte[] bytes, BuildOptions options, List<Diagnostic> diagnostics)
    {
        var yaml = new SourcePath(Path.ChangeExtension(model.Full, ".yaml"), Path.ChangeExtension(model.Shown, ".yaml"));
        var text = SourceFile.TextIfThere(yaml) ?? "";
        var metadata = ModelMetadataReader.Read(text, yaml.Shown, options.Input, diagnostics);
        metadata = metadata with
        {
            FoldBatchNorm = options.FoldBatchNorm ?? metadata.FoldBatchNorm,
            Probabilities = options.Probabilities ?? metadata.Probabilities,
            Task = options.Task ?? metadata.Task,
        };
        ImmutableArray<string> said = [text, $"{options.FoldBatchNorm} {options.Probabilities} {options.Task}", options.Input.ToText()];
        metadata = FileFacts(metadata, OnnxModel.MetadataOf(bytes), model.Shown, options.Labels is null, diagnostics);
        if (options.Labels is not { } labels) return (metadata, said);
        if (!File.Exists(labels) && KnownLabels.Of(labels) is { } known) return (metadata with { Labels = known }, said.Add(labels));
        if (SourceFile.TextIfThere(new(Path.GetFullPath(labels), labels)) is { } lines)
            return (metadata with { Labels = LabelFile.Read(lines, labels, diagnostics) }, said.Add(lines));
        diagnostics.Add(KnownLabels.Missing(labels));
        return (metadata, said);
    }

    /// <summary>What the file says of itself counts where its author says nothing.</summary>
    private static ModelMetadata FileFacts(ModelMetadata metadata,
        IReadOnlyDictionary<string, string> said, string shown, bool needsLabels, List<Diagnostic> diagnostics)
    {
        var task = metadata.Task ?? OwnMetadata.Task(said);
        var names = metadata.Labels.IsEmpty && needsLabels ? OwnMetadata.Labels(said, shown, diagnostics) : [];
        var stated = OwnMetadata.Input(said);
        return metadata with
        {
            Task = task,
            Labels = names.IsEmpty ? metadata.Labels : names,
            AreLabelsOfFile = !names.IsEmpty,
            Stated = stated,
            Preprocessing = metadata.AreValuesSaid ? metadata.Preprocessing : Stated(metadata.Preprocessing, stated),
        };
    }

    /// <summary>A recipe whose values and order of colours are those that the file states.</summary>
    private static Preprocessing Stated(Preprocessing recipe, StatedInput stated)
    {
        recipe = recipe with { Channels = recipe.Channels ?? stated.Channels };
        return stated.Range is not var (low, high) ? recipe : recipe with { Scale = (high - low) / 255, Mean = low == 0 ? [] : [-low] };
    }
}
