using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using Convscope.Core.Texts;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>Text from anyone stays text: in elements, attributes, SVG, JSON and the JSON inside a page.</summary>
public sealed class HostileTextTests
{
    private const string Attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ site.title }}]]></script><!--&amp; \u202E日本";

    [Fact]
    public void NothingOfItBecomesMarkup()
    {
        using var site = new TempSite();
        var quoted = JsonSerializer.Serialize(Attack);
        site.Write("content/site.yaml", $"title: {quoted}\ndescription: {quoted}\nmodel: models/net.onnx\nhtml: false\n");
        site.Write(
            "models/net.yaml",
            $"name: {quoted}\ntitle: {quoted}\ndescription: {quoted}\nlicence: {quoted}\nlabels: [{quoted}, dog, bird]\n"
            + $"layers:\n  conv: {{caption: {quoted}, module: {quoted}}}\n  softmax: {{caption: {quoted}, module: {quoted}}}\n");
        var entry = string.Join(", ", new[] { "title", "alt", "label", "credit", "licence", "source" }.Select(key => $"{key}: {quoted}"));
        site.Write("content/images/images.yaml", $"images:\n  - {{file: red.png, {entry}}}\n  - {{file: blue.png}}\n");
        site.Write("content/en/index.md", $"# Title\n\n{Attack}\n\n[link](javascript:alert(1)) ![x](javascript:alert(2))\n");
        site.Built();
        AssertClean(site);

        Assert.Equal(ShownText.Name(Attack), Html.Parse(site.Page("index.html")).Title);
        var softmax = Html.Parse(site.Page("red/softmax/0/index.html"));
        Assert.Contains(ShownText.Name(Attack), softmax.QuerySelector("h1")!.TextContent);
        Assert.Contains(ShownText.Whole(Attack), softmax.QuerySelector("details.whole")!.TextContent);
        var json = JsonDocument.Parse(File.ReadAllBytes(site.PathOf("output/site.json"))).RootElement;
        Assert.Equal(Attack, json.GetProperty("images")[0].GetProperty("probabilities")[0].GetProperty("label").GetString());
    }

    /// <summary>As YAML escapes them: an endless word, emoji of several characters, direction marks that don't close, invisible and
    /// forbidden characters, half of a pair.</summary>
    [Theory]
    [InlineData("@long")]
    [InlineData("family \\U0001F468\\u200D\\U0001F469\\u200D\\U0001F467 \\U0001F3F3\\uFE0F\\u200D\\U0001F308")]
    [InlineData("\\u202Etxt.exe\\u2066\\u200F \\u0627\\u0644")]
    [InlineData("a\\u200Bb\\uFEFF\\u2028\\u0085")]
    [InlineData("a\\0b\\x01\\x7F\\uFFFE")]
    [InlineData("half \\uD83D of a pair")]
    public void OddTextsMakeAWholeSiteOrOneMessage(string escaped)
    {
        using var site = new TempSite();
        var quoted = '"' + (escaped == "@long" ? new string('w', 10_000) : escaped) + '"';
        site.Write("content/site.yaml", $"title: {quoted}\ndescription: {quoted}\nmodel: models/net.onnx\n");
        site.Write("models/net.yaml",
            $"title: {quoted}\nlicence: {quoted}\nlabels: [{quoted}, dog, bird]\nlayers:\n  conv: {{caption: {quoted}, module: {quoted}}}\n");
        site.Write("content/images/images.yaml",
            $"images:\n  - {{file: red.png, title: {quoted}, alt: {quoted}, label: {quoted}}}\n  - {{file: blue.png}}\n");
        site.Write("content/en/one.md", $"---\ntitle: {quoted}\ndescription: {quoted}\n---\n\nA kernel.\n");
        site.Write("content/en/glossary.yaml", $"terms:\n  - term: kernel\n    definition: {quoted}\n");
        var result = site.Build();
        if (result.Exit == 0) AssertClean(site);
        else Refusals.AreForPeople(result);
        Assert.InRange(result.Exit, 0, 1);
        if (result.Exit == 0) Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
    }

    /// <summary>Controls of direction reach no page; Hebrew and Arabic stand between isolates, in attributes and titles too.</summary>
    [Fact]
    public void NoNameTurnsTheTextAroundIt()
    {
        const string Hebrew = HostileTexts.Hebrew, Override = HostileTexts.Override;
        using var site = new TempSite(metadata: $"title: \"{Override}\"\nlabels: [\"{Hebrew}\", \"{Override}\", bird]\nlayers:\n  conv: {{caption: \"{Hebrew}\", module: \"{Override}\"}}\n");
        site.Write("content/images/images.yaml",
            $"images:\n  - {{file: red.png, title: \"{Hebrew}\", alt: \"{Hebrew}\", label: \"{Hebrew}\", credit: \"{Override}\"}}\n  - {{file: blue.png, title: \"{Override}\"}}\n");
        site.Write("content/en/one.md",
            $"---\ntitle: \"{Hebrew}\"\ndescription: \"{Override}\"\n---\n\nA kernel.\n\n## {Override} a\n\n## {Hebrew}\n\n::: softmax picture=first\n:::\n");
        site.Write("content/en/glossary.yaml", $"terms:\n  - {{term: kernel, definition: \"{Override}\"}}\n");
        site.Built();
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            foreach (var heading in page.QuerySelectorAll(".chapter-text h2"))
                heading.Remove(); // the author's own text, a block of its own
            var texts = page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name is not ("id" or "href"))
                .Select(attribute => attribute.Value) // addresses are shown to nobody
                .Concat(page.Descendants<IText>().Where(text => text.ParentElement?.LocalName != "script").Select(text => text.Data));
            foreach (var text in texts)
            {
                Assert.DoesNotContain(text, letter => letter is >= '\u202A' and <= '\u202E' or '\u2066' or '\u2067');
                Assert.DoesNotContain(text.Replace($"\u2068{Hebrew}\u2069", "", StringComparison.Ordinal), letter =>
                    letter is '\u05E9' or '\u2068' or '\u2069');
            }
        }

        var json = JsonDocument.Parse(site.Page("site.json")).RootElement.GetProperty("images")[0];
        Assert.Equal(Hebrew, json.GetProperty("title").GetString());
        Assert.Equal(Hebrew, json.GetProperty("label").GetString());
    }

    [Fact]
    public void NorDoNamesOfFiles()
    {
        using var site = new TempSite();
        site.Write("content/images/<s onclick='x'>{{ 1 }} & \u00e9.png", Pictures.Png(12, 12, 9, 8, 7));
        site.Write("content/images/#?%20.png", Pictures.Png(12, 12, 7, 8, 9));
        site.Write("models/<i>net.onnx", File.ReadAllBytes(site.PathOf("models/net.onnx")));
        site.Built("--model", site.PathOf("models/<i>net.onnx"));
        AssertClean(site);
    }

    [Fact]
    public void NorDoNamesInsideAModel()
    {
        // Same length, so that the file stays readable: the layer 'logits' gets a name of markup.
        using var site = new TempSite();
        var model = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Repository.Model("small")));
        site.Write("models/net.onnx", System.Text.Encoding.Latin1.GetBytes(model.Replace("logits", "<s>'\"&")
            .Replace("softmax", "</i>{{}")));
        site.Built();
        AssertClean(site);
        Assert.Contains("<s>'\"&", Html.Parse(site.Page("network/index.html")).Body!.TextContent);
    }

    [Fact]
    public void GitHubsAnnotationsAreEscaped()
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", TempSite.Config + "\"a%\\nb\": 1\n");
        var line = Assert.Single(site.Build("--log-format", "github").Errors);
        Assert.StartsWith("::error file=", line);
        Assert.Contains(",line=4,col=1::", line);
        Assert.Contains("a%25%0Ab", line);
    }

    [Fact]
    public void EveryLineOfTheJsonLogIsJson()
    {
        using var site = new TempSite();
        var good = Lines(site.Built("--log-format", "json").Output);
        Assert.Contains(good, line => line.GetProperty("type").GetString() == "progress");
        var summary = Assert.Single(good, line => line.GetProperty("type").GetString() == "summary");
        Assert.Equal(Directory.GetFiles(site.Output, "*.html", SearchOption.AllDirectories).Length, summary.GetProperty("pages")
            .GetInt32());
        Assert.True(Lines(site.Built("--log-format", "json").Output).Single().GetProperty("unchanged").GetBoolean());

        site.Write("content/site.yaml", TempSite.Config + "\"a%\\n\\\"b\": 1\n");
        var bad = Assert.Single(Lines(site.Build("--log-format", "json").All));
        Assert.Equal("diagnostic", bad.GetProperty("type").GetString());
        Assert.Equal("CS1003", bad.GetProperty("code").GetString());
        Assert.Equal(4, bad.GetProperty("line").GetInt32());
    }

    private static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static void AssertClean(TempSite site)
    {
        Assert.Empty(new Crawl(site.Output).Problems);
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            Assert.Empty(page.QuerySelectorAll("[onerror], [onclick], s, [src=x], [href^='javascript:'], [src^='javascript:']"));
            Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert(1)<", StringComparison.Ordinal));
            foreach (var block in page.QuerySelectorAll("script[type='application/json']")) JsonDocument.Parse(block.TextContent);
        }

        XDocument.Parse(site.Page("sitemap.xml"));
        JsonDocument.Parse(site.Page("site.json"));
    }
}
