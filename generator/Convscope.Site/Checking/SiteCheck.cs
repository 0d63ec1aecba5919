using System.Collections.Concurrent;
using System.Text.Json;
using Convscope.Core.Diagnostics;
using Convscope.Core.Planning;
using Convscope.Site.Loading;

namespace Convscope.Site.Checking;

/// <summary>Checks a built site from its files alone, as a visitor and a host would find it. Everything wrong is told at once.</summary>
/// <param name="folder">Full path of the site.</param>
/// <param name="shown">The folder as the user named it.</param>
/// <param name="budgets">How much being over a budget matters.</param>
public sealed class SiteCheck(string folder, string shown, Severity budgets)
{
    /// <summary>Everything that is wrong, and how many pages and files were looked at.</summary>
    public (IReadOnlyList<Diagnostic> Problems, int Pages, int Files) Run()
    {
        var files = new FolderCheck(folder, shown);
        var problems = new List<Diagnostic>(files.Run());
        var pages = new ConcurrentDictionary<string, PageCheck>(StringComparer.Ordinal);
        var unreadable = new ConcurrentBag<Diagnostic>();
        Parallel.ForEach(files.Files.Keys.Where(IsPage), route =>
        {
            var told = new List<Diagnostic>();
            var file = new SourcePath(Path.Combine(folder, route), $"{shown}/{route}");
            if (told.Collect(() => SourceFile.Text(file), null) is { } html) pages[route] = PageCheck.Of(route, html, file.Shown);
            foreach (var one in told) unreadable.Add(one);
        });
        problems.AddRange(unreadable.OrderBy(one => one.Span?.Path, StringComparer.Ordinal));
        foreach (var page in pages.Values.OrderBy(page => page.Route, StringComparer.Ordinal))
        {
            problems.AddRange(page.Problems);
            problems.AddRange(page.Links.Select(link => Dead(page, link.Address, files.Files, pages) is { } why
                ? Diagnostic.Error(DiagnosticCodes.DeadLink, why, link.Span) : null).OfType<Diagnostic>());
        }

        try
        {
            problems.AddRange(new Weights(folder, shown, files.Files, pages).Over(budgets));
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            problems.Add(Diagnostic.Error(DiagnosticCodes.Manifest, "this isn't the file that the build wrote; build again",
                new($"{shown}/site.json")));
        }

        return (problems, pages.Count, files.Files.Count);
    }

    private static string? Dead(PageCheck page, string address,
        IReadOnlyDictionary<string, long> files, ConcurrentDictionary<string, PageCheck> pages)
    {
        // The page for what isn't there stands at any address, so its links are absolute.
        if (Path.GetFileName(page.Route) == Routes.NotFound && address.StartsWith('/')) return null;
        return LinkTarget.Of(page.Route, address)?.Problem(files.ContainsKey, route => pages.GetValueOrDefault(route)?.Ids);
    }

    private static bool IsPage(string route) => route.EndsWith(".html", StringComparison.Ordinal);
}
