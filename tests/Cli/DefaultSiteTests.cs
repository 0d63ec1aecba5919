using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>What the repository's own site holds: Tiny VGG on ten pictures.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class DefaultSiteTests(DefaultSite site)
{
    [Fact]
    public void EveryUnitOfEveryPictureHasItsPage()
    {
        var pictures = site.Json.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal(10, pictures.Length);
        foreach (var picture in pictures)
        {
            Assert.True(File.Exists(site.PathOf(Text(picture, "url"))));
            var layers = picture.GetProperty("layers").EnumerateArray().ToArray();
            Assert.Equal(14, layers.Length);
            Assert.All(layers, layer => Assert.True(File.Exists(site.PathOf(Text(layer, "url")))));
            var units = layers.SelectMany(layer => layer.GetProperty("units").EnumerateArray()).ToArray();
            Assert.Equal(3 + 100 + 10 + 10, units.Length);
            Assert.All(units, unit => Assert.True(File.Exists(site.PathOf(Text(unit, "url")))));
        }
    }

    [Fact]
    public void EveryMapAndKernelIsDrawnOnce()
    {
        foreach (var picture in site.Json.GetProperty("images").EnumerateArray())
            Assert.Equal(103, site.Routes("*.png").Count(route =>
                route.StartsWith($"maps/{Text(picture, "id")}/", StringComparison.Ordinal)));
        Assert.Equal(1030, site.Routes("*.png").Count(route => route.StartsWith("maps/", StringComparison.Ordinal)));
        Assert.Equal(330, site.Routes("*.png").Count(route => route.StartsWith("kernels/", StringComparison.Ordinal)));
    }

    [Fact]
    public void SiteJsonKeepsItsSchema()
    {
        var schema = JsonDocument.Parse(File.ReadAllBytes(site.PathOf("schema/site.json"))).RootElement;
        Assert.Empty(JsonSchema.Problems(site.Json, schema));
    }

    [Fact]
    public void SiteJsonNamesEveryMapAndDataFileAndNoOther()
    {
        var units = site.Json.GetProperty("images").EnumerateArray()
            .SelectMany(picture => picture.GetProperty("layers").EnumerateArray())
            .SelectMany(layer => layer.GetProperty("units").EnumerateArray()).ToArray();
        string[] Named(string key) =>
            [.. units.Select(unit => Text(unit, key)).Where(route => route.Length > 0).Order(StringComparer.Ordinal)];
        Assert.Equal(site.Routes("*.png").Where(route => route.StartsWith("maps/", StringComparison.Ordinal)), Named("map"));

        // Besides those of units there are files of whole layers and of overviews.
        var data = site.Routes("*.js").Where(route =>
            Regex.IsMatch(route, @"^data/[^/]+/[^/]+/\d+-\w+\.js$") && !route.StartsWith("data/layers/", StringComparison.Ordinal));
        Assert.Equal(data, Named("data"));
    }

    /// <summary>The model card has what the trainer's own program measured, with the filter that the training photographs were read
    /// by.</summary>
    [Fact]
    public void ProbabilitiesAreThoseOfTheModelCard()
    {
        var card = File.ReadAllText(Path.Combine(Repository.Root, "models", "README.md"));
        var rows = Regex.Matches(card, @"^\| `(?<id>[a-z-]+)\.png` \| (?<label>[a-z ]+) \| [0-9.]+ \| (?<bilinear>[0-9.]+) \|",
            RegexOptions.Multiline);
        var written = rows.ToDictionary(row => row.Groups["id"].Value,
            row => $"{row.Groups["label"].Value} {row.Groups["bilinear"].Value}");
        var shown = site.Json.GetProperty("images").EnumerateArray().ToDictionary(picture => Text(picture, "id"), picture =>
        {
            var best = picture.GetProperty("probabilities").EnumerateArray().MaxBy(one => one.GetProperty("probability").GetDouble());
            return FormattableString.Invariant($"{Text(best, "label")} {best.GetProperty("probability").GetDouble():0.000}");
        });
        Assert.Equal(written, shown);
    }

    [Fact]
    public void ProbabilitiesAddUpToOne()
    {
        foreach (var picture in site.Json.GetProperty("images").EnumerateArray())
        {
            var probabilities = picture.GetProperty("probabilities").EnumerateArray().ToArray();
            Assert.Equal(10, probabilities.Length);
            Assert.Equal(1, probabilities.Sum(entry => entry.GetProperty("probability").GetDouble()), 1e-5);
        }
    }

    [Theory]
    [InlineData("sitemap.xml")]
    [InlineData("robots.txt")]
    [InlineData(".nojekyll")]
    [InlineData("404.html")]
    [InlineData("site.json")]
    [InlineData("schema/site.json")]
    public void ServersAndMachinesFindWhatTheyLookFor(string route) => Assert.True(File.Exists(site.PathOf(route)));

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;
}
