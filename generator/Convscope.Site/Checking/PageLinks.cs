using System.Collections.Concurrent;
using System.Text;
using Convscope.Core.Diagnostics;
using Convscope.Site.Output;

namespace Convscope.Site.Checking;

/// <summary>
/// Collects every page's links and ids while the pages are made, and finds the links that lead nowhere once all are
/// there. Of a large site only the links that don't lead anywhere yet are remembered, and ids once for all pages that have the
/// same.
/// </summary>
/// <param name="site">The site that the pages are added to; pages that were kept from the last build are read for their ids.</param>
public sealed class PageLinks(StagedSite site)
{
    private readonly ConcurrentDictionary<LinkTarget, string> _links = new();
    private readonly ConcurrentDictionary<string, string[]> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string[]> _sameIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LinkTarget, ConcurrentBag<SourceSpan>> _places = new();

    /// <summary>Takes in a finished page.</summary>
    public void Add(string route, string html)
    {
        var ids = Ids(html);
        _ids[route] = ids;
        foreach (var address in PageAddresses.In(html))
        {
            if (LinkTarget.Of(route, address) is not { } target) continue;
            if (target.Route == route && ids.Contains(target.Anchor, StringComparer.Ordinal)) continue;

            // Most are known already, and to look needs no lock.
            if (_links.ContainsKey(target)) continue;
            if (target.Anchor.Length > 0 || !site.Files.ContainsKey(target.Route)) _links.TryAdd(target, route);
        }
    }

    /// <summary>Takes in the links that stand in a text, with where they stand: who wrote it looks there, not in the page made of
    /// it.</summary>
    public void Add(string route, IEnumerable<TextLink> links)
    {
        foreach (var link in links)
        {
            if (LinkTarget.Of(route, link.Address) is not { } target) continue;
            _places.GetOrAdd(target, _ => []).Add(link.Span);
            _links.TryAdd(target, route);
        }
    }

    /// <summary>Takes in links of pages that were kept.</summary>
    internal void Add(IEnumerable<OpenLink> links)
    {
        foreach (var link in links) _links.TryAdd(new(link.Target, link.Anchor), link.From);
    }

    /// <summary>The links so far that lead to some of the files.</summary>
    internal IEnumerable<OpenLink> To(Func<string, bool> target) =>
        _links.Where(link => target(link.Key.Route)).Select(link => new OpenLink(link.Key.Route, link.Key.Anchor, link.Value))
            .OrderBy(link => link.Target, StringComparer.Ordinal).ThenBy(link => link.Anchor, StringComparer.Ordinal);

    /// <summary>Forgets links to files that are there by now.</summary>
    public void Settle()
    {
        foreach (var link in _links.Keys)
        {
            if (link.Anchor.Length == 0 && site.Files.ContainsKey(link.Route)) _links.TryRemove(link, out _);
        }
    }

    /// <summary>Every link that leads to no file or no id, as errors; all pages must be there.</summary>
    public IReadOnlyList<Diagnostic> Dead() => [..
        from link in _links
        let problem = link.Key.Problem(site.Files.ContainsKey, route => IsPage(route) ? IdsOf(route) : null)
        where problem is not null
        from place in PlacesOf(link.Key, link.Value)
        orderby place.Path, place.Line, place.Column, link.Key.Route
        select Diagnostic.Error(DiagnosticCodes.DeadLink, problem, place)];

    private IEnumerable<SourceSpan> PlacesOf(LinkTarget target, string page) =>
        _places.TryGetValue(target, out var places) ? places.Distinct() : [new(page)];

    private static bool IsPage(string route) => route.EndsWith(".html", StringComparison.Ordinal);

    private string[] IdsOf(string route) => _ids.GetOrAdd(route, kept => Ids(Encoding.UTF8.GetString(site.Read(kept))));

    /// <summary>The ids of a page; the pages of one kind share one list.</summary>
    private string[] Ids(string html)
    {
        string[] ids = [.. PageAddresses.Values(html, " id=\"").Distinct()];
        return _sameIds.GetOrAdd(string.Join(' ', ids), ids);
    }
}

/// <summary>A link whose end was still to be found.</summary>
internal sealed record OpenLink(string Target, string Anchor, string From);

/// <summary>A link in a text that a person wrote.</summary>
/// <param name="Address">Where it leads, seen from the page that is made of the text.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TextLink(string Address, SourceSpan Span);
