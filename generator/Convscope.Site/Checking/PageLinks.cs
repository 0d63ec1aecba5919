using System.Collections.Concurrent;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Output;

namespace Convscope.Site.Checking;

/// <summary>
/// Collects every page's links and ids while the pages are made, and finds the links that lead nowhere once all are
/// there. Of a large site only the links that don't lead anywhere yet are remembered, and ids once for all pages that have the
/// same. It scans our own markup, in which attribute values are always quoted with <c>"</c>; the tests parse the same pages with a
/// real parser.
/// </summary>
/// <param name="site">The site that the pages are added to; pages that were kept from the last build are read for their ids.</param>
public sealed class PageLinks(StagedSite site)
{
    private readonly ConcurrentDictionary<Place, string> _links = new();
    private readonly ConcurrentDictionary<string, string[]> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string[]> _sameIds = new(StringComparer.Ordinal);

    /// <summary>Takes in a finished page.</summary>
    public void Add(string route, string html)
    {
        var ids = Ids(html);
        _ids[route] = ids;
        var folder = route[..(route.LastIndexOf('/') + 1)];
        foreach (var link in Attributes(html, " href=\"").Concat(Attributes(html, " src=\"")))
        {
            if (link.Contains(':', StringComparison.Ordinal) || link.StartsWith("//", StringComparison.Ordinal)) continue;
            var hash = link.IndexOf('#', StringComparison.Ordinal);
            var path = hash < 0 ? link : link[..hash];
            var anchor = hash < 0 ? "" : link[(hash + 1)..];
            var target = path.Length == 0 ? route : Resolve(folder, path);
            if (anchor.Contains('=', StringComparison.Ordinal)) anchor = "";
            if (path.Length == 0 && ids.Contains(anchor, StringComparer.Ordinal)) continue;
            if (anchor.Length > 0 || !site.Files.ContainsKey(target)) _links.TryAdd(new(target, anchor), route);
        }
    }

    /// <summary>Takes in links of pages that were kept.</summary>
    internal void Add(IEnumerable<OpenLink> links)
    {
        foreach (var link in links) _links.TryAdd(new(link.Target, link.Anchor), link.From);
    }

    /// <summary>The links so far that lead to some of the files.</summary>
    internal IEnumerable<OpenLink> To(Func<string, bool> target) =>
        _links.Where(link => target(link.Key.Target)).Select(link => new OpenLink(link.Key.Target, link.Key.Anchor, link.Value)).OrderBy(link => link.Target, StringComparer.Ordinal).ThenBy(link => link.Anchor, StringComparer.Ordinal);

    /// <summary>Forgets links to files that are there by now.</summary>
    public void Settle()
    {
        foreach (var link in _links.Keys)
        {
            if (link.Anchor.Length == 0 && site.Files.ContainsKey(link.Target)) _links.TryRemove(link, out _);
        }
    }

    /// <summary>Every link that leads to no file or no id, as errors; all pages must be there.</summary>
    public IReadOnlyList<Diagnostic> Dead() => [..
        from link in _links
        let missing = !site.Files.ContainsKey(link.Key.Target)
        where missing || (link.Key.Anchor.Length > 0 && IsPage(link.Key.Target) && !IdsOf(link.Key.Target).Contains(link.Key.Anchor, StringComparer.Ordinal))
        orderby link.Value, link.Key.Target
        select Diagnostic.Error(
            DiagnosticCodes.DeadLink,
            missing ? $"a link leads to '{link.Key.Target}', which is not in the site" : $"a link leads to '#{link.Key.Anchor}' on {link.Key.Target}, which has no such id",
            new(link.Value))];

    private static bool IsPage(string route) => route.EndsWith(".html", StringComparison.Ordinal);

    private string[] IdsOf(string route) => _ids.GetOrAdd(route, kept => Ids(Encoding.UTF8.GetString(site.Read(kept))));

    /// <summary>The ids of a page; the pages of one kind share one list.</summary>
    private string[] Ids(string html)
    {
        string[] ids = [.. Attributes(html, " id=\"").Distinct()];
        return _sameIds.GetOrAdd(string.Join(' ', ids), ids);
    }

    private static IEnumerable<string> Attributes(string html, string start)
    {
        for (var at = html.IndexOf(start, StringComparison.Ordinal); at >= 0; at = html.IndexOf(start, at, StringComparison.Ordinal))
        {
            at += start.Length;
            var end = html.IndexOf('"', at);
            if (end < 0) yield break;
            yield return html[at..end];
        }
    }

    /// <summary>The route that a relative path means, seen from a folder.</summary>
    /// <param name="folder">Empty, or a route that ends with a slash.</param>
    /// <param name="path">The path.</param>
    internal static string Resolve(string folder, string path)
    {
        var within = folder.AsSpan();
        var rest = path.AsSpan();
        while (rest.StartsWith("../", StringComparison.Ordinal))
        {
            if (within.IsEmpty) return "(outside the site) " + path;
            within = within[..(within[..^1].LastIndexOf('/') + 1)];
            rest = rest[3..];
        }

        // Our own templates write no other form; texts and owners' templates may.
        return IsPlain(rest) ? string.Concat(within, rest) : Walk(string.Concat(within, rest)) ?? "(outside the site) " + path;
    }

    private static bool IsPlain(ReadOnlySpan<char> path) =>
        !path.IsEmpty && path[0] is not ('.' or '/') && path[^1] != '/' && !path.Contains("/.", StringComparison.Ordinal) && !path.Contains("//", StringComparison.Ordinal);

    /// <summary>Follows a path step by step; null where it leaves the site.</summary>
    private static string? Walk(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count == 0) return null;
            else parts.RemoveAt(parts.Count - 1);
        }

        return string.Join('/', parts);
    }
}

/// <summary>A link whose end was still to be found.</summary>
internal sealed record OpenLink(string Target, string Anchor, string From);

/// <summary>Where a link leads: a file, or an id in it.</summary>
internal sealed record Place(string Target, string Anchor);
