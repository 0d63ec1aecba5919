using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Convscope.Core.Diagnostics;

namespace Convscope.Site.Checking;

/// <summary>How much a reader of a built site has to load, compressed as a server would, against the budgets of
/// <see cref="Budgets"/>.</summary>
/// <param name="folder">Full path of the site.</param>
/// <param name="shown">The folder as the user named it.</param>
/// <param name="files">Every file with its length.</param>
/// <param name="pages">Every page.</param>
public sealed class Weights(string folder, string shown,
    IReadOnlyDictionary<string, long> files, ConcurrentDictionary<string, PageCheck> pages)
{
    private readonly Dictionary<string, long> _compressed = new(StringComparer.Ordinal);

    /// <summary>Everything over its budget; of each kind the worst.</summary>
    public IEnumerable<Diagnostic> Over(Severity severity)
    {
        if (!files.ContainsKey("site.json")) return [];
        var over = new List<(string What, long Size, int Budget, string Route)>();
        foreach (var route in files.Keys.Where(route => route.StartsWith("assets/", StringComparison.Ordinal)))
        {
            if (route.EndsWith(".js", StringComparison.Ordinal)) over.Add(("a script", Compressed(route), Budgets.Script, route));
            if (route.EndsWith(".css", StringComparison.Ordinal)) over.Add(("a style sheet", Compressed(route), Budgets.Style, route));
        }

        using var site = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "site.json")));
        foreach (var image in site.RootElement.GetProperty("images").EnumerateArray())
        {
            if (image.GetProperty("url").GetString() is { } overview && pages.ContainsKey(overview))
            {
                over.Add(("an overview with all it loads", Loaded(overview), Budgets.OverviewAll, overview));
                over.Add(("the script of an overview", Script(overview), Budgets.OverviewScript, overview));
            }

            foreach (var layer in image.GetProperty("layers").EnumerateArray())
            {
                var units = layer.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("url").GetString()!)
                    .Where(pages.ContainsKey).ToArray();
                if (units.MaxBy(unit => files[unit]) is not { } largest) continue;
                over.Add(("a unit's page", Compressed(largest), Budgets.UnitPage, largest));
                over.Add(("the script of a unit's page", Script(largest), Budgets.UnitScript, largest));
            }
        }

        return over.Where(item => item.Size > item.Budget).GroupBy(item => item.What).Select(group => group.MaxBy(item => item.Size))
            .Select(item => new Diagnostic(
            DiagnosticCodes.OverBudget, severity,
            string.Create(CultureInfo.InvariantCulture,
                $"{item.What} takes {item.Size / 1000.0:F1} KB, compressed; the budget is {item.Budget / 1000} KB"),
                new($"{shown}/{item.Route}")));
    }

    /// <summary>A page with its pictures, scripts and styles, each once; what it links to doesn't count.</summary>
    private long Loaded(string route) =>
        Compressed(route) + Parts(route).Where(part => Path.GetExtension(part) is not (".html" or ".json")).Sum(Compressed);

    /// <summary>The scripts that a page names, with the words that they show.</summary>
    private long Script(string route) => Parts(route)
        .Where(part => part.StartsWith("assets/", StringComparison.Ordinal) && Path.GetExtension(part) == ".js").Sum(Compressed);

    private IEnumerable<string> Parts(string route) => pages[route].Links
        .Select(link => LinkTarget.Resolve(route[..(route.LastIndexOf('/') + 1)], link.Address.Split('#')[0]))
        .Where(files.ContainsKey).Distinct();

    private long Compressed(string route)
    {
        if (Path.GetExtension(route) is ".png" or ".webp" or ".jpg") return files[route];
        if (_compressed.TryGetValue(route, out var known)) return known;
        using var counted = new MemoryStream();
        using (var gzip = new GZipStream(counted, CompressionLevel.Optimal,
            leaveOpen: true)) gzip.Write(File.ReadAllBytes(Path.Combine(folder, route)));
        return _compressed[route] = counted.Length;
    }
}
