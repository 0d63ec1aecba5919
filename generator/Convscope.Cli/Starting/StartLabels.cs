using System.Collections.Immutable;
using System.Text.Json;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Site.Configuration;
using Convscope.Site.Loading;

namespace Convscope.Cli.Starting;

/// <summary>The classes of a user's model, for the file that says what is known of it.</summary>
/// <param name="Yaml">A line of YAML, or null where they aren't known.</param>
public sealed record StartLabels(string? Yaml)
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the given file, or one that lies beside the model and has a class for each of its outputs.</summary>
    /// <exception cref="DiagnosticException">A file that is named isn't there, or is none of labels.</exception>
    public static StartLabels For(string model, string? file)
    {
        var known = Path.ChangeExtension(model, ".yaml");
        var says = SourceFile.TextIfThere(Given(known)) is { } text
            && text.Split('\n').Any(line => line.StartsWith("labels:", StringComparison.Ordinal));
        if (file is null) return new(says ? null : Beside(model));
        if (says) throw new DiagnosticException(DiagnosticCodes.BadValue,
            $"'{known}' gives labels already; leave out --labels, or take them out there", new(known));
        if (!SourceFile.IsThere(file)) return KnownLabels.Of(file) is { } list
            ? new(Line(list)) : throw new DiagnosticException([KnownLabels.Missing(file)]);
        var diagnostics = new List<Diagnostic>();
        var labels = LabelFile.Read(SourceFile.Text(Given(file)), file, diagnostics);
        return diagnostics.TrueForAll(diagnostic => diagnostic.Severity == Severity.Warning)
            ? new(Line(labels)) : throw new DiagnosticException(diagnostics);
    }

    private static string? Beside(string model)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(model))!;
        var name = Path.GetFileNameWithoutExtension(model);
        foreach (var file in new[] { $"{name}.labels.txt", $"{name}.txt", "labels.txt", "classes.txt" }.Select(file =>
            Path.Combine(folder, file)).Where(File.Exists))
        {
            var problems = new List<Diagnostic>();
            var labels = problems.Collect(() => LabelFile.Read(SourceFile.Text(Given(file)), file, problems), []);
            if (problems.Count == 0 && labels.Length == Outputs(model)) return Line(labels);
        }

        return null;
    }

    private static SourcePath Given(string path) => new(Path.GetFullPath(path), path);

    /// <summary>How many numbers the model ends in; -1 where it can't be loaded without being told more.</summary>
    private static int Outputs(string model)
    {
        try
        {
            using var loaded = OnnxModel.Load(ModelLoader.Bytes(Given(model), []), new(model),
                new() { Folder = Path.GetDirectoryName(Path.GetFullPath(model)) });
            return loaded.Network.Output.Shape.Units;
        }
        catch (DiagnosticException)
        {
            return -1;
        }
    }

    /// <summary>JSON's strings are YAML's too, whatever is in them.</summary>
    private static string Line(ImmutableArray<string> labels) => "labels: " + JsonSerializer.Serialize(labels, Readable);
}
