using System.Collections.Immutable;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Configuration;

/// <summary>Reads <c>site.yaml</c>.</summary>
public static class SiteConfigReader
{
    private static readonly string[] PathKeys = ["model", "compare", "images", "content", "static", "templates", "output"];

    private static readonly Dictionary<string, bool> BudgetWords = new() { ["warn"] = false, ["enforce"] = true };

    private static readonly Dictionary<string, bool> VerifyWords = new() { ["enforce"] = false, ["warn"] = true };

    private static readonly Dictionary<string, LiveChoice> LiveWords =
        new() { ["auto"] = LiveChoice.Auto, ["on"] = LiveChoice.On, ["off"] = LiveChoice.Off };

    private static readonly Dictionary<string, bool> Flags = new() { ["true"] = true, ["false"] = false };

    /// <summary>Reads the text of a configuration; mistakes are added to the diagnostics.</summary>
    public static SiteConfig Read(string text, string path, List<Diagnostic> diagnostics)
    {
        var map = YamlMap.Parse(text, path, diagnostics);
        var defaults = new SiteConfig();
        var config = new SiteConfig
        {
            Title = map.Text("title", defaults.Title),
            Description = map.Text("description", defaults.Description),
            Language = map.Text("language", defaults.Language),
            Model = ReadPath(map, "model", defaults.Model),
            Compare = map.Has("compare") ? ReadPath(map, "compare", defaults.Compare) : defaults.Compare,
            Images = ReadPath(map, "images", defaults.Images),
            Content = ReadPath(map, "content", defaults.Content),
            Static = ReadPath(map, "static", defaults.Static),
            Templates = ReadPath(map, "templates", defaults.Templates),
            Output = ReadPath(map, "output", defaults.Output),
            BaseUrl = map.Text("base_url", defaults.BaseUrl),
            EnforcesBudgets = map.Choice("budgets", BudgetWords) ?? defaults.EnforcesBudgets,
            WarnsOfErrors = map.Choice("verify", VerifyWords) ?? defaults.WarnsOfErrors,
            Limits = ReadLimits(map.Map("limits"), map.Count("max_units")),
            Live = map.Choice("live", LiveWords) ?? defaults.Live,
            Html = map.Choice("html", Flags) ?? defaults.Html,
            HasSourceMaps = map.Choice("source_maps", Flags) ?? defaults.HasSourceMaps,
            Places = PathKeys.Where(map.Has).ToImmutableDictionary(key => key, key => map.Span(key)),
        };
        map.RejectOthers();
        if (BaseUrl(config.BaseUrl) is { } problem)
            diagnostics.Add(Diagnostic.Error(DiagnosticCodes.BadValue, $"'base_url' {problem}", map.Span("base_url")));
        return config;
    }

    private static string ReadPath(YamlMap map, string key, string otherwise)
    {
        var path = map.Text(key, otherwise);
        var isPath = !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal);
        if (isPath) return path;
        map.Report(key, path.Length > 0 && path.Contains('\0', StringComparison.Ordinal)
            ? "must be a path, and no path holds the character 0" : "must be a path, but is empty; leave the key out for the usual one");
        return otherwise;
    }

    /// <summary>Reads how much is shown.</summary>
    /// <param name="limits">The mapping under <c>limits</c>.</param>
    /// <param name="units">The older <c>max_units</c>, which means the same as <c>limits: {units: …}</c>.</param>
    private static SiteLimits ReadLimits(YamlMap? limits, int? units)
    {
        if (limits is null) return new() { Units = units };
        var text = limits.Text("bytes", "");
        var bytes = ByteSize.Parse(text);
        if (text.Length > 0 && bytes is null) limits.Report("bytes", $"must be {ByteSize.Form}, but is '{text}'");
        var result = new SiteLimits
        {
            Units = limits.Count("units") ?? units, Layers = limits.Count("layers"), Pictures = limits.Count("pictures"), Bytes = bytes,
        };
        limits.RejectOthers();
        return result;
    }

    /// <summary>What is wrong with a base URL, or null.</summary>
    public static string? BaseUrl(string url)
    {
        if (url.Length == 0) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return $"must start with https:// or http://, but is '{url}'";
        return uri.Query.Length > 0 || uri.Fragment.Length > 0 ? $"must end with a path, without '?' or '#', but is '{url}'" : null;
    }
}
