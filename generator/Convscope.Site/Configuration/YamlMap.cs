using System.Globalization;
using Convscope.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Convscope.Site.Configuration;

/// <summary>
/// A YAML mapping that knows where it stands and which keys were asked for, so that a key that no one reads is an
/// error with its place, and all mistakes of a file are found at once.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly string _path;
    private readonly List<Diagnostic> _diagnostics;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string path, List<Diagnostic> diagnostics) =>
        (_node, _path, _diagnostics) = (node, path, diagnostics);

    /// <summary>Parses a file's text; an empty file is an empty mapping.</summary>
    /// <exception cref="DiagnosticException">It isn't YAML, or not a mapping.</exception>
    public static YamlMap Parse(string text, string path, List<Diagnostic> diagnostics)
    {
        var root = YamlText.Root(text, path, "this is not valid YAML");
        if (root is null or YamlScalarNode { Value: null or "" }) root = new YamlMappingNode();
        if (root is YamlMappingNode map) return new(map, path, diagnostics);
        throw new DiagnosticException(DiagnosticCodes.Yaml, "expected 'key: value' lines", At(root, path));
    }

    /// <summary>A text, or the given one where the key is absent.</summary>
    public string Text(string key, string otherwise)
    {
        if (Find(key) is not { } node) return otherwise;
        if (node is YamlScalarNode scalar) return scalar.Value ?? "";
        Wrong(key, node, "a text");
        return otherwise;
    }

    /// <summary>A number, or null.</summary>
    public double? Number(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { } text } && TryNumber(text, out var value)) return value;
        Wrong(key, node, "a number");
        return null;
    }

    /// <summary>A whole number from 1 up, or null.</summary>
    public int? Count(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlScalarNode { Value: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0) return value;
        Wrong(key, node, "a whole number from 1 up");
        return null;
    }

    /// <summary>A list of texts; a single one counts as a list.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null: return [];
            case YamlScalarNode scalar: return [scalar.Value ?? ""];
            case YamlSequenceNode list when list.All(item => item is YamlScalarNode):
                return [.. list.Select(item => ((YamlScalarNode)item).Value ?? "")];
            case var node:
                Wrong(key, node, "a list of texts");
                return [];
        }
    }

    /// <summary>A list of finite numbers; a single one counts as a list.</summary>
    public IReadOnlyList<double> Numbers(string key)
    {
        var values = new List<double>();
        foreach (var text in Texts(key))
        {
            if (TryNumber(text, out var value)) values.Add(value);
            else Wrong(key, _node.Children[new YamlScalarNode(key)], "a list of numbers");
        }

        return values;
    }

    /// <summary>One of several words; the first letter case doesn't matter.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Find(key) is not { } node) return null;
        foreach (var (word, value) in choices)
        {
            if (node is YamlScalarNode scalar && string.Equals(scalar.Value, word, StringComparison.OrdinalIgnoreCase)) return value;
        }

        Wrong(key, node, "one of " + string.Join(", ", choices.Keys));
        return null;
    }

    /// <summary>A mapping under a key, or null.</summary>
    public YamlMap? Map(string key)
    {
        if (Find(key) is not { } node) return null;
        if (node is YamlMappingNode map) return new(map, _path, _diagnostics);
        Wrong(key, node, "'key: value' lines");
        return null;
    }

    /// <summary>A list of mappings under a key.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        if (Find(key) is not { } node) return [];
        if (node is YamlSequenceNode list && list.All(item => item is YamlMappingNode))
            return [.. list.Select(item => new YamlMap((YamlMappingNode)item, _path, _diagnostics))];
        Wrong(key, node, "a list of entries");
        return [];
    }

    /// <summary>Whether a key holds a mapping.</summary>
    public bool IsMap(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlMappingNode;

    /// <summary>All keys, for mappings whose keys are names.</summary>
    public IReadOnlyList<string> Keys => [.. _node.Children.Keys.Select(key => key.ToString())];

    /// <summary>Whether a key is there and has a value.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>Reports what is wrong with a key's value: <c>'key' must be …</c>.</summary>
    public void Report(string key, string problem) =>
        _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"'{key}' {problem}", Span(key)));

    /// <summary>Where a key's value stands, or the mapping itself.</summary>
    public SourceSpan Span(string? key = null) =>
        At(key is not null && _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : _node, _path);

    /// <summary>Where a key itself stands.</summary>
    public SourceSpan KeySpan(string key) => At(_node.Children.Keys.First(node => node.ToString() == key), _path);

    /// <summary>Reports every key that wasn't asked for.</summary>
    public void RejectOthers()
    {
        foreach (var key in _node.Children.Keys)
        {
            var name = key.ToString();
            if (_asked.Contains(name)) continue;
            _diagnostics.Add(Diagnostic.Error(
                DiagnosticCodes.UnknownKey, $"unknown key '{name}'{Suggestion.For(name, _asked)}", At(key, _path)));
        }
    }

    private YamlNode? Find(string key)
    {
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node)
            && node is not YamlScalarNode { Value: "" or "~" or "null", Style: ScalarStyle.Plain } ? node : null;
    }

    private void Wrong(string key, YamlNode node, string expected) =>
        _diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"'{key}' must be {expected}", At(node, _path)));

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private static SourceSpan At(YamlNode node, string path) => new(path, (int)node.Start.Line, (int)node.Start.Column);
}
