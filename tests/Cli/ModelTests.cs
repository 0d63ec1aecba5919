using System.Text.Json;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Networks that are nothing like Tiny VGG, and have no YAML beside them, make whole sites too.</summary>
public sealed class ModelTests
{
    [Theory]
    [InlineData("small", 3)]
    [InlineData("residual", 5)]
    [InlineData("grey", 4)]
    [InlineData("wide", 66)]
    [InlineData("unexplained", 3)]
    [InlineData("hidden", 3)]
    [InlineData("sigmoid", 1)]
    [InlineData("dynamic", 3)]
    [InlineData("infinite", 3)]
    public void AnyNetworkMakesAWholeSite(string model, int classes)
    {
        using var site = new TempSite(model, metadata: null);
        site.Built();
        var crawl = new Crawl(site.Output);
        Assert.Empty(crawl.Problems.Take(10));
        Assert.Empty(Pages(site).Except(crawl.Reached).Take(10));

        var json = JsonDocument.Parse(site.Page("site.json")).RootElement;
        var schema = JsonDocument.Parse(site.Page("schema/site.json")).RootElement;
        Assert.Empty(JsonSchema.Problems(json, schema));
        Assert.Equal(classes, json.GetProperty("model").GetProperty("layers").EnumerateArray().Last().GetProperty("shape")[0].GetInt32());
    }

    [Fact]
    public void MoreUnitsThanASiteShowsAreCountedAndCanBeAskedFor()
    {
        using var site = new TempSite("wide", metadata: null);
        site.Built();
        Assert.Equal(64, Directory.EnumerateDirectories(site.PathOf("output/red/conv")).Count());
        Assert.Contains("2 more units", site.Page("red/conv/index.html"));
        site.Write("content/site.yaml", TempSite.Config + "max_units: 100\n");
        site.Built();
        Assert.True(File.Exists(site.PathOf("output/red/conv/65/index.html")));
        Assert.Empty(new Crawl(site.Output).Problems.Take(10));
    }

    [Fact]
    public void AnOperatorThatIsNotExplainedStillHasItsMapsAndPages()
    {
        using var site = new TempSite("unexplained", metadata: null);
        site.Built();
        var page = Html.Parse(site.Page("red/norm/0/index.html"));
        Assert.NotNull(page.QuerySelector("img[src*='maps/red/norm/0-']"));
        Assert.Contains("Shrink", page.Body!.TextContent);
        Assert.Contains("Shrink", Html.Parse(site.Page("verify/index.html")).Body!.TextContent);
    }

    private static IEnumerable<string> Pages(TempSite site) => Directory
        .EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(site.Output, file).Replace('\\', '/')).Where(route => route != "404.html");
}
