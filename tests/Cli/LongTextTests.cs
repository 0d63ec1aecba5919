using System.Text.Json;
using System.Text.RegularExpressions;
using Convscope.Core.Texts;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Operators;
using Google.Protobuf;

namespace Convscope.Tests.Cli;

/// <summary>A text of 10,000 characters is whole on the page that is about it, and cut by the rule wherever it stands with
/// others.</summary>
public sealed partial class LongTextTests
{
    private const int Length = 10_000;

    /// <summary>Of each letter one text that long, and the kinds of pages that hold the whole of it.</summary>
    private static readonly Dictionary<char, string[]> WholeOn = new()
    {
        ['s'] = ["home"], // the site's title
        ['m'] = ["network"], // the model's title
        ['n'] = [], // the model's name: only site.json has it
        ['t'] = ["overview"], // a picture's title
        ['l'] = ["unit"], // a label
        ['c'] = ["layer"], // a layer's caption
        ['g'] = [], // a module's name
        ['a'] = [], // a text alternative
        ['k'] = ["credits"], // a credit
        ['h'] = ["chapter"], // a chapter's title
        ['d'] = ["chapter"], // its description
        ['e'] = ["chapter"], // a heading: the text itself
        ['x'] = ["chapter"], // a section's title: its first page is of that kind too
        ['f'] = ["glossary"], // a definition
    };

    [Fact]
    public void ItIsWholeOnItsOwnPageAlone()
    {
        using var site = new TempSite();
        site.Write("content/site.yaml", $"title: {Long('s')}\nmodel: models/net.onnx\n");
        site.Write("models/net.yaml",
            $"name: {Long('n')}\ntitle: {Long('m')}\nlabels: [{Long('l')}, dog, bird]\nlayers:\n  conv: {{caption: {Long('c')}, module: {Long('g')}}}\n");
        site.Write("content/images/images.yaml",
            $"images:\n  - {{file: red.png, title: {Long('t')}, alt: {Long('a')}, label: {Long('l')}, credit: {Long('k')}}}\n  - {{file: blue.png}}\n");
        site.Write("content/en/one.md",
            $"---\ntitle: {Long('h')}\ndescription: {Long('d')}\n---\n\nA kernel.\n\n## {Long('e')}\n\n## Two\n\n::: softmax picture=first\n:::\n\n::: confusion\n:::\n");
        site.Write("content/en/notes/index.md", $"---\ntitle: {Long('x')}\n---\n\nText.\n");
        site.Write("content/en/glossary.yaml", $"terms:\n  - {{term: kernel, definition: {Long('f')}}}\n");
        site.Built();
        var found = WholeOn.Keys.ToDictionary(letter => letter, _ => new SortedSet<string>(StringComparer.Ordinal));
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            var html = File.ReadAllText(file);
            foreach (Match run in Run().Matches(html))
            {
                if (run.Length < Length) Assert.InRange(run.Length, 0, ShownText.SentenceLength);
                else found[run.Value[0]].Add(Body().Match(html).Groups[1].Value);
            }
        }

        Assert.Equal(Lines(WholeOn), Lines(found));

        // Programs get what was given.
        var json = JsonDocument.Parse(site.Page("site.json")).RootElement;
        Assert.Equal(Long('l'), json.GetProperty("images")[0].GetProperty("probabilities")[0].GetProperty("label").GetString());
        Assert.Equal(Long('t'), json.GetProperty("images")[0].GetProperty("title").GetString());
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
    }

    /// <summary>Ten times as long, no page shows all of it, not even its own: a browser would stand still for a minute.</summary>
    [Fact]
    public void AnEndlessTextIsCutOnItsOwnPageToo()
    {
        static string Endless(char letter) => new(letter, 100_000);
        var model = new ModelBuilder().Input(1, 3, 6, 7).Weights("w", 3, 3, 1, 1).Node("Conv", "image w", "conv")
            .Node("GlobalAveragePool", "conv", "mean").Node("Flatten", "mean", Endless('y')).Output(Endless('y'));
        using var site = new TempSite(metadata: $"name: {Endless('n')}\ntitle: {Endless('m')}\ndescription: {Endless('o')}\nlicence: {Endless('i')}\nlabels: [{Endless('l')}, dog, bird]\nfacts: {{long: {Endless('v')}}}\nlayers:\n  conv: {{caption: {Endless('c')}, module: {Endless('g')}}}\n");
        site.Write("models/net.onnx", model.Model.ToByteArray());
        site.Write("content/site.yaml", $"title: {Endless('s')}\ndescription: {Endless('p')}\nmodel: models/net.onnx\n");
        var entry = string.Join(", ", "title=t alt=a label=b credit=k licence=q source=r".Split(' ')
            .Select(pair => $"{pair.Split('=')[0]}: {Endless(pair[^1])}"));
        site.Write("content/images/images.yaml", $"images:\n  - {{file: red.png, {entry}}}\n  - {{file: blue.png}}\n");
        site.Write("content/en/one.md",
            $"---\ntitle: {Endless('h')}\ndescription: {Endless('d')}\n---\n\nA kernel, :value{{fact name=long}}.\n\n::: softmax picture=first\n:::\n");
        site.Write("content/en/glossary.yaml",
            $"terms:\n  - {{term: kernel, also: [{Endless('u')}], definition: {Endless('f')}}}\n  - {{term: {Endless('j')}, definition: x}}\n");
        site.Built();
        var longest = Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories)
            .SelectMany(file => Run().Matches(File.ReadAllText(file)).Where(run => run.Length > ShownText.WholeLength)
                .Select(run => $"{Path.GetRelativePath(site.Output, file)}: {run.Value[0]} {run.Length}"));
        Assert.Empty(longest);
    }

    [Fact]
    public void ALayersNameIsWholeOnItsPageAlone()
    {
        var model = new ModelBuilder().Input(1, 3, 6, 7).Weights("w", 4, 3, 1, 1).Node("Conv", "image w", Long('y'))
            .Node("Relu", Long('y'), "relu").Output("relu");
        using var site = new TempSite(metadata: null);
        site.Write("models/net.onnx", model.Model.ToByteArray());
        site.Write("content/en/one.md", "# One\n\n::: network\n:::\n");
        site.Built();
        var whole = Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(html => html.Contains(Long('y'), StringComparison.Ordinal)).Select(html => Body().Match(html).Groups[1].Value);
        Assert.Equal(["layer", "layer"], whole);
        Assert.Equal(Long('y'), JsonDocument.Parse(site.Page("site.json")).RootElement.GetProperty("model")
            .GetProperty("layers")[1].GetProperty("name").GetString());
    }

    [Fact]
    public void TheUnitOfAClassAndNoOtherHasItsWholeName()
    {
        using var site = new TempSite(metadata: $"labels: [{Long('l')}, dog, bird]\n");
        site.Built();
        foreach (var layer in new[] { "logits", "softmax" })
        {
            Assert.Contains(Long('l'), Html.Parse(site.Page($"red/{layer}/0/index.html")).QuerySelector("details.whole")!.TextContent,
                StringComparison.Ordinal);
            Assert.Null(Html.Parse(site.Page($"red/{layer}/1/index.html")).QuerySelector("details.whole"));
            Assert.Equal(1, Regex.Count(site.Page($"red/{layer}/0/index.html"), Long('l')));
        }
    }

    [Fact]
    public void ALabelOrTitleThatShowsNothingIsReplaced()
    {
        using var site = new TempSite(metadata: "labels: [\"\", \"\\u200B\", bird]\n");
        site.Write("content/images/images.yaml",
            "images:\n  - {file: red.png, title: \"\\u202E \", label: \"\\u200B\"}\n  - {file: blue.png}\n");
        site.Built();
        Assert.Contains("class 0", Html.Parse(site.Page("red/softmax/0/index.html")).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("class 1", Html.Parse(site.Page("red/softmax/1/index.html")).QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("", JsonDocument.Parse(site.Page("site.json")).RootElement.GetProperty("images")[0].GetProperty("label").GetString());
        Assert.StartsWith("red", Html.Parse(site.Page("red/index.html")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>An author names a class as the model does, however pages show it.</summary>
    [Theory]
    [InlineData("\u05E9\u05DC\u05D5\u05DD")]
    [InlineData("\u202Etxt.exe")]
    [InlineData("@long")]
    public void AChapterNamesAClassByTheLabelThatWasGiven(string given)
    {
        var label = given == "@long" ? Long('l') : given;
        using var site = new TempSite(metadata: $"labels: [dog, {JsonSerializer.Serialize(label)}, bird]\n");
        site.Write("content/en/one.md",
            $"# One\n\nIt is :value{{probability class=\"{label}\"}}.\n\n::: unit layer=softmax unit=\"{label}\"\n:::\n");
        site.Built();
        using var page = Html.Parse(site.Page("learn/one/index.html"));
        Assert.NotNull(page.QuerySelector(".chapter-text > p data.live"));
        Assert.NotNull(page.QuerySelector(".figure a[href$='softmax/1/index.html']"));
    }

    private static IEnumerable<string> Lines<T>(Dictionary<char, T> kinds)
        where T : IEnumerable<string> => kinds.Select(pair => $"{pair.Key}: {string.Join(", ", pair.Value)}");

    private static string Long(char letter) => new(letter, Length);

    [GeneratedRegex(@"([a-z])\1{99,}")]
    private static partial Regex Run();

    [GeneratedRegex("<body class=\"page-([a-z-]+)\"")]
    private static partial Regex Body();
}
