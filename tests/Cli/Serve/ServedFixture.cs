using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>One running server for the tests of a class, over a site with every kind of source.</summary>
public sealed class ServedFixture : IAsyncLifetime
{
    internal ServedSite Served { get; private set; } = null!;

    internal TempSite Site => Served.Site;

    public async Task InitializeAsync()
    {
        var site = new TempSite();
        site.Write("content/en/one.md",
            "---\ntitle: One\norder: 1\n---\n\nA kernel slides.\n\n::: unit layer=conv unit=1\nA caption.\n:::\n");
        site.Write("content/en/glossary.yaml", "terms:\n  - term: kernel\n    definition: A small grid.\n");
        site.Write("content/en/words.yaml", "learn: Study\n");
        site.Write("content/images/images.yaml", "images:\n  - {file: red.png, title: Red}\n  - {file: blue.png}\n");
        site.Write("content/static/table.csv", "0123456789");
        site.Write("labels.json", "[\"ant\", \"bee\", \"cow\"]");
        Served = await ServedSite.StartAsync(site, "--labels", site.PathOf("labels.json"));
    }

    public async Task DisposeAsync() => await Served.DisposeAsync();
}
