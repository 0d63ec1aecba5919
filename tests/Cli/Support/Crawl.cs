using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Convscope.Tests.Cli.Support;

/// <summary>Walks a built site from its home page by its links, as a visitor's browser would, and notes what is wrong.</summary>
internal sealed class Crawl
{
    private static readonly string[] Addresses = ["href", "src", "action", "poster", "srcset"];
    private static readonly string[] Elsewhere =
        ["https://onnx.ai/", "https://dotnet.microsoft.com/", "https://github.com/scriban/", "https://huggingface.co/docs/",
            "https://keras.io/", "https://pytorch.org/vision/", "https://www.unicode.org/"];
    private readonly string _folder;
    private readonly string _own;
    private readonly ConcurrentDictionary<string, Lazy<HashSet<string>>> _pages = new();
    private readonly ConcurrentDictionary<string, bool> _files = new();
    private readonly ConcurrentBag<(string From, string To, string Anchor)> _anchors = [];
    private readonly ConcurrentBag<string> _problems = [];

    /// <summary>Crawls a site.</summary>
    /// <param name="folder">The output folder.</param>
    /// <param name="own">The base URL, whose addresses in canonical links are the site's own.</param>
    public Crawl(string folder, string own = "")
    {
        (_folder, _own) = (folder, own);
        string[] wave = ["index.html"];
        while (wave.Length > 0)
        {
            var found = new ConcurrentDictionary<string, bool>();
            Parallel.ForEach(wave, route =>
            {
                foreach (var next in Visit(route)) found[next] = true;
            });
            wave = [.. found.Keys.Where(route => _files.TryAdd(route, true) && route.EndsWith(".html", StringComparison.Ordinal)
                && route != "index.html")];
        }

        _files["index.html"] = true;
        foreach (var (from, to, anchor) in _anchors.Distinct())
        {
            if (_pages.TryGetValue(to, out var ids) && !ids.Value.Contains(anchor)) _problems.Add($"{from}: no #{anchor} on {to}");
        }
    }

    /// <summary>Every file that some page leads to.</summary>
    public IReadOnlySet<string> Reached => _files.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Problems => [.. _problems.Order(StringComparer.Ordinal)];

    private List<string> Visit(string route)
    {
        var path = Path.Combine(_folder, route);
        if (!File.Exists(path)) return [];
        using var page = Html.Open(path);
        CheckPage(route, page);
        var found = new List<string>();
        foreach (var element in page.All)
        {
            foreach (var name in Addresses)
            {
                if (element.GetAttribute(name) is { } address && Target(route, element, address) is { } target) found.Add(target);
            }
        }

        return found;
    }

    private void CheckPage(string route, IHtmlDocument page)
    {
        var ids = page.All.Select(element => element.GetAttribute("id")).OfType<string>().ToArray();
        _pages[route] = new(() => [.. ids]);
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
            _problems.Add($"{route}: id '{twice.Key}' {twice.Count()} times");
        foreach (var picture in page.QuerySelectorAll("img:not([alt])")) _problems.Add($"{route}: no alt on {picture.OuterHtml}");
        foreach (var link in page.QuerySelectorAll("a[href='']")) _problems.Add($"{route}: a link to nothing, {link.OuterHtml}");
        if (page.Title is null or "") _problems.Add($"{route}: no title");
        if (page.QuerySelectorAll("h1").Length != 1) _problems.Add($"{route}: {page.QuerySelectorAll("h1").Length} h1");
        foreach (var script in page.QuerySelectorAll("script:not([src]):not([type='application/json'])"))
            _problems.Add($"{route}: inline script {script.OuterHtml}");
        foreach (var handler in page.All.Where(element =>
            element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))))
            _problems.Add($"{route}: event handler on {handler.OuterHtml}");
    }

    /// <summary>The route that an address means, or null where it means none.</summary>
    private string? Target(string route, IElement element, string address)
    {
        if (address.StartsWith("data:", StringComparison.Ordinal)) return null;
        if (_own.Length > 0 && element.GetAttribute("rel") is "canonical" or "alternate")
        {
            if (!address.StartsWith(_own, StringComparison.Ordinal)) _problems.Add($"{route}: canonical {address}");
            return null;
        }

        // Links to an operator's definition, and from the documentation to what it speaks of, are followed by a click alone; nothing is
        // fetched.
        if (element.LocalName == "a" && Elsewhere.Any(place => address.StartsWith(place, StringComparison.Ordinal))) return null;
        if (address.Contains("://", StringComparison.Ordinal) || address.StartsWith('/')
            || address.Split('#')[0].Contains(':', StringComparison.Ordinal))
        {
            _problems.Add($"{route}: '{address}' is not relative");
            return null;
        }

        var resolved = new Uri(new Uri("http://site/" + route), address);
        var target = Uri.UnescapeDataString(resolved.AbsolutePath)[1..];
        if (!File.Exists(Path.Combine(_folder, target))) _problems.Add($"{route}: dead link to '{address}'");
        var anchor = Uri.UnescapeDataString(resolved.Fragment.TrimStart('#'));
        if (anchor.Length > 0 && !anchor.Contains('=', StringComparison.Ordinal)) _anchors.Add((route, target, anchor));
        return target;
    }
}
