using Convscope.Site.Configuration;

namespace Convscope.Site.Checking;

/// <summary>Where an address on a page leads within the site: what <c>build</c> and <c>check</c> agree on.</summary>
/// <param name="Route">The file; begins with a slash where the address does, and is empty where the address is.</param>
/// <param name="Anchor">The id on it, or empty. A cell of a map, <c>#y=10&amp;x=12</c>, is no id.</param>
internal sealed record LinkTarget(string Route, string Anchor)
{
    /// <summary>Reads an address as a browser would; null where it leads to another site.</summary>
    /// <param name="page">Route of the page that it stands on.</param>
    /// <param name="address">The address, with its HTML escapes resolved.</param>
    public static LinkTarget? Of(string page, string address)
    {
        if (HasScheme(address) || address.StartsWith("//", StringComparison.Ordinal)) return null;
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? "" : Uri.UnescapeDataString(address[(hash + 1)..]);
        if (anchor.Contains('=', StringComparison.Ordinal)) anchor = "";
        var end = address.AsSpan().IndexOfAny('#', '?');
        var path = Uri.UnescapeDataString(end < 0 ? address : address[..end]);
        if (path.StartsWith('/') || address.Length == 0) return new(path, "");
        if (path.Length == 0) return new(page, anchor);
        var route = Resolve(page[..(page.LastIndexOf('/') + 1)], path);
        return new(path.EndsWith('/') || path is "." or ".." ? route + (route.Length == 0 ? "index.html" : "/index.html") : route, anchor);
    }

    /// <summary>Why it leads nowhere, or null.</summary>
    /// <param name="isThere">Whether the site has a file.</param>
    /// <param name="idsOf">The ids of a page; null of a file that is none.</param>
    public string? Problem(Func<string, bool> isThere, Func<string, IReadOnlyCollection<string>?> idsOf)
    {
        if (Route.Length == 0) return "a link leads to nothing";
        if (Route[0] == '/') return $"'{Route}' works at the root of a domain only; write it relative to the page";
        if (!isThere(Route)) return $"a link leads to '{Route}', which is not in the site";
        if (Anchor.Length == 0 || idsOf(Route) is not { } ids || ids.Contains(Anchor)) return null;
        return $"a link leads to '#{Anchor}' on {Route}, which has no such id{Suggestion.For(Anchor, [.. ids])}";
    }

    /// <summary>The route that a relative path means, seen from a folder.</summary>
    /// <param name="folder">Empty, or a route that ends with a slash.</param>
    /// <param name="path">The path.</param>
    public static string Resolve(string folder, string path)
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

    private static bool HasScheme(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(address[0]) && address.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    private static bool IsPlain(ReadOnlySpan<char> path) =>
        !path.IsEmpty && path[0] is not ('.' or '/') && path[^1] != '/' && !path.Contains("/.", StringComparison.Ordinal)
            && !path.Contains("//", StringComparison.Ordinal);

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
