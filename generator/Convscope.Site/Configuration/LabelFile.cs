using System.Collections.Immutable;
using System.Globalization;
using Convscope.Core.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Convscope.Site.Configuration;

/// <summary>
/// Reads a file of labels in any of its common forms: a label a line; a list in YAML or JSON; an index from number to label, in
/// which a label may be a pair of a code and a name, as in ImageNet's <c>{"0": ["n01440764", "tench"]}</c>.
/// </summary>
public static class LabelFile
{
    private static readonly string[] Keys = ["id2label", "names", "labels", "classes", "class_names"];

    /// <summary>Reads the text; mistakes are added to the diagnostics.</summary>
    /// <exception cref="DiagnosticException">It looks like YAML or JSON, but isn't.</exception>
    public static ImmutableArray<string> Read(string text, string path, List<Diagnostic> diagnostics)
    {
        var labels = IsStructured(text, path) ? FromYaml(text, path, diagnostics) : FromLines(text, path, diagnostics);
        if (labels.IsEmpty && diagnostics.TrueForAll(diagnostic => diagnostic.Span?.Path != path))
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "there are no labels in this file", new(path)));
        return labels;
    }

    private static bool IsStructured(string text, string path)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yaml" or ".yml") return true;
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("[") || start.StartsWith("{");
    }

    private static ImmutableArray<string> FromLines(string text, string path, List<Diagnostic> diagnostics) =>
        [.. NumberedLabels.Read([.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)], path, diagnostics)];

    /// <summary>JSON is YAML, but for the tabs that may indent it.</summary>
    private static ImmutableArray<string> FromYaml(string text, string path, List<Diagnostic> diagnostics)
    {
        return YamlText.Root(text.Replace('\t', ' '), path, "this is not a list of labels in YAML or JSON") is { } root
            ? From(root, path, diagnostics) : [];
    }

    private static ImmutableArray<string> From(YamlNode node, string path, List<Diagnostic> diagnostics) => node switch
    {
        YamlSequenceNode list => [.. list.Select(item => Label(item, path, diagnostics))],
        YamlMappingNode index when Within(index) is { } inner => From(inner, path, diagnostics),
        YamlMappingNode index => FromIndex(index, path, diagnostics),
        _ => [Label(node, path, diagnostics)],
    };

    /// <summary>A configuration that has the classes among other things: Hugging Face's <c>id2label</c>, Ultralytics'
    /// <c>names</c>.</summary>
    private static YamlNode? Within(YamlMappingNode index) => Keys
        .Select(key => index.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null)
            .FirstOrDefault(node => node is YamlMappingNode or YamlSequenceNode);

    private static ImmutableArray<string> FromIndex(YamlMappingNode index, string path, List<Diagnostic> diagnostics)
    {
        if (ByName(index) is { } inverted) return inverted;
        var labels = new string?[index.Children.Count];
        foreach (var (key, node) in index.Children)
        {
            if (!int.TryParse(key.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= labels.Length)
            {
                diagnostics.Add(Diagnostic.Error(
                    DiagnosticCodes.BadValue,
                        $"'{key}' can't be the number of a class: {labels.Length} labels are numbered 0 to {labels.Length - 1}",
                        At(key, path)));
                return [];
            }

            labels[number] = Label(node, path, diagnostics);
        }

        return [.. labels.Select(label => label ?? "")];
    }

    /// <summary>An index the other way round, from label to number, as torchvision's <c>class_to_idx</c>; null where it isn't
    /// one.</summary>
    private static ImmutableArray<string>? ByName(YamlMappingNode index)
    {
        static int Number(YamlNode node) => int.TryParse(node.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : -1;
        if (!index.Children.Values.All(node => node is YamlScalarNode) || index.Children.Keys.All(key => Number(key) >= 0)) return null;
        var rows = index.Children.OrderBy(pair => Number(pair.Value)).ToArray();
        return rows.Select(pair => Number(pair.Value)).SequenceEqual(Enumerable.Range(0, rows.Length))
            ? [.. rows.Select(pair => pair.Key.ToString())] : null;
    }

    /// <summary>A text, or the last of several: the name behind its code.</summary>
    private static string Label(YamlNode node, string path, List<Diagnostic> diagnostics)
    {
        if (node is YamlScalarNode scalar) return scalar.Value?.Trim() ?? "";
        if (node is YamlSequenceNode { Children: [.., YamlScalarNode last] }) return last.Value?.Trim() ?? "";
        diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, "a label must be a text", At(node, path)));
        return "";
    }

    private static SourceSpan At(YamlNode node, string path) => new(path, (int)node.Start.Line, (int)node.Start.Column);
}
