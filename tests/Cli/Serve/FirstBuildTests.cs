using System.Net;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>Where no site has been built yet.</summary>
public sealed class FirstBuildTests
{
    [Fact]
    public async Task AMistakeFromTheStartIsShownUntilItIsMended()
    {
        var site = new TempSite();
        site.Write("models/net.yaml", "labels: [<b>cat\n");
        await using var served = await ServedSite.StartAsync(site);
        using var answer = await served.Client.GetAsync(served.Address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains("net.yaml", page.QuerySelector("pre")!.TextContent);
        Assert.NotNull(page.QuerySelector("script[src*='live.js']"));
        site.Write("models/net.yaml", "labels: [cat, dog, bird]\n");
        await served.UntilPage("index.html", "Hello, reader.");
    }

    /// <summary>A page that an earlier server has served has another version, so that it loads itself again.</summary>
    [Fact]
    public async Task AServerThatIsStartedAgainIsToldApart()
    {
        using var site = new TempSite();
        var versions = new HashSet<string>();
        for (var run = 0; run < 2; run++)
        {
            var served = await ServedSite.StartAsync(site);
            Assert.Equal(1, await served.Version());
            Assert.True(versions.Add((await served.News()).GetProperty("version").GetString()!));
            Assert.Contains($"live.js?version={versions.Last()}\"", await served.Get("index.html"));
            await served.Stop();
        }
    }
}
