using System.Collections.Immutable;
using Convscope.Core.Diagnostics;
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
    /// <exception cref="DiagnosticException">A file can't be parsed at all.</exception>
    public static (ModelMetadata Metadata, ImmutableArray<string> Said) Metadata(SourcePath model, BuildOptions options, List<Diagnostic> diagnostics)
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
        if (options.Labels is not { } labels) return (metadata, said);
        if (File.Exists(labels))
        {
            var lines = File.ReadAllText(labels);
            return (metadata with { Labels = LabelFile.Read(lines, labels, diagnostics) }, said.Add(lines));
        }

        diagnostics.Add(Diagnostic.Error(DiagnosticCodes.Missing, $"there is no file of labels '{labels}'", new(labels)));
        return (metadata, said);
    }
}
