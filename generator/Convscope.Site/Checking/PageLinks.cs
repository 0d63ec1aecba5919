using System.Collections.Concurrent;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Output;

namespace Convscope.Site.Checking;

/// <summary>
/// Collects every page's links and ids while the pages are made, and finds the links that lead nowhere once all are
/// there. It scans our own markup, in which attribute values are always quoted with <c>"</c>; the tests parse the
/// same pages with a real parser.
/// </summary>
public sealed class PageLinks
{
    private readonly ConcurrentDictionary<(string Target, string Anchor), string> _links = new();
    private readonly ConcurrentDictionary<string, HashSet<string>> _ids = new(StringComparer.Ordinal);

    /// <summary>Takes in a finished page.</summary>
    public void Add(string route, string html)
    {
        _ids[route] = [.. Attributes(html, " id=\"")];
        var folder = route[..(route.LastIndexOf('/') + 1)];
        foreach (var link in Attributes(html, " href=\"").Concat(Attributes(html, " src=\"")))
        {
            if (link.Contains(':', StringComparison.Ordinal) || link.StartsWith("//", StringComparison.Ordinal)) continue;
            var hash = link.IndexOf('#', StringComparison.Ordinal);
            var path = hash < 0 ? link : link[..hash];
            var anchor = hash < 0 ? "" : link[(hash + 1)..];
            var target = path.Length == 0 ? route : Resolve(folder, path);
            _links.TryAdd((target, anchor.Contains('=', StringComparison.Ordinal) ? "" : anchor), route);
        }
    }

    /// <summary>Every link that leads to no file or no id, as errors.</summary>
    /// <param name="site">The whole site; pages that were kept from the last build are read for their ids.</param>
    public IReadOnlyList<Diagnostic> Dead(StagedSite site) => [..
        from link in _links
        let missing = !site.Files.ContainsKey(link.Key.Target)
        where missing || (link.Key.Anchor.Length > 0 && IsPage(link.Key.Target) && !Ids(site, link.Key.Target).Contains(link.Key.Anchor))
        orderby link.Value, link.Key.Target
        select Diagnostic.Error(
            DiagnosticCodes.DeadLink,
            missing ? $"a link leads to '{link.Key.Target}', which is not in the site" : $"a link leads to '#{link.Key.Anchor}' on {link.Key.Target}, which has no such id",
            new(link.Value))];

    private static bool IsPage(string route) => route.EndsWith(".html", StringComparison.Ordinal);

    private HashSet<string> Ids(StagedSite site, string route) =>
        _ids.GetOrAdd(route, kept => [.. Attributes(Encoding.UTF8.GetString(site.Read(kept)), " id=\"")]);

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
    internal static string Resolve(string folder, string path)
    {
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part == "..")
            {
                if (parts.Count == 0) return "(outside the site) " + path;
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
