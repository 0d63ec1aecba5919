using System.Net;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>What is served of a site, and as what.</summary>
public sealed class PageTests
{
    [Fact]
    public async Task ItServesBelowTheRealBasePathWithTheRightTypesAndNoCaching()
    {
        var site = new TempSite();
        site.Write("content/site.yaml", TempSite.Config + "base_url: https://example.org/some/Repo/\n");
        await using var served = await ServedSite.StartAsync(site);
        Assert.Equal("/some/Repo/", served.Address.AbsolutePath);
        Assert.Equal("127.0.0.1", served.Address.Host);
        foreach (var (route, type) in new[] { ("", "text/html"), ("red/", "text/html"), ("site.json", "application/json"),
            ("sitemap.xml", "application/xml"), ("robots.txt", "text/plain") })
        {
            using var answer = await served.Client.GetAsync(new Uri(served.Address, route));
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.True(answer.Headers.CacheControl!.NoStore);
        }

        var assets = Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(site.Output, file)).ToArray();
        foreach (var (extension, type) in new[] { (".css", "text/css"), (".js", "text/javascript"), (".png", "image/png"),
            (".webp", "image/webp") })
        {
            using var answer = await served.Client.GetAsync(new Uri(served.Address,
                assets.First(name => name.EndsWith(extension, StringComparison.Ordinal))));
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        }

        using var folder = await served.Client.GetAsync(new Uri(served.Address, "red"));
        Assert.Equal((HttpStatusCode.Redirect, "/some/Repo/red/"), (folder.StatusCode, folder.Headers.Location!.ToString()));
        using var missing = await served.Client.GetAsync(new Uri(served.Address, "nowhere/at/all"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("There is no page here", await missing.Content.ReadAsStringAsync());
        using var outside = await served.Client.GetAsync(new Uri(served.Address, "/red/"));
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task TheScriptIsInTheServedPagesAlone()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        Assert.Contains("__convscope/live.js?version=", await served.Get("index.html"));
        Assert.Contains("EventSource", await served.Get("__convscope/live.js"));
        Assert.DoesNotContain("__convscope", served.Site.Page("index.html"));
        Assert.Empty(Html.Parse(await served.Get("index.html")).QuerySelectorAll("script:not([src]):not([type='application/json'])"));
    }
}
