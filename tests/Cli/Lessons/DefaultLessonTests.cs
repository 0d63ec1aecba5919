using System.Text.RegularExpressions;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>The lesson that comes with the default site.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed partial class DefaultLessonTests(DefaultSite site)
{
    [Fact]
    public void ItsEquationsAddUp()
    {
        var pages = site.Routes("index.html").Where(route =>
            route.StartsWith("learn/", StringComparison.Ordinal) || route.StartsWith("embed/", StringComparison.Ordinal)).ToList();
        Assert.InRange(pages.Count, 50, 200);
        var kinds = new HashSet<string>();
        foreach (var route in pages)
        {
            using var page = Html.Open(site.PathOf(route));
            kinds.UnionWith(page.QuerySelectorAll("[data-equation]").Select(equation => equation.GetAttribute("data-equation")!));
            Assert.Empty(EquationChecker.Check(page).Select(problem => $"{route}: {problem}"));
        }

        Assert.Subset(kinds, new HashSet<string> { "conv", "relu", "max-pool", "dense", "softmax", "output-size", "preprocess" });
    }

    [Fact]
    public void EveryChapterHasThreeQuestionsWithHiddenAnswersAndAFigure()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "en"), "*.md"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (name is "index") continue;
            using var page = Html.Open(site.PathOf($"learn/{name}/index.html"));
            Assert.Equal(3, page.QuerySelectorAll("section.question details.answer:not([open])").Length);
            Assert.NotEmpty(page.QuerySelectorAll("figure.figure"));
            Assert.DoesNotContain("(none here)", page.Body!.TextContent);
            Assert.DoesNotContain(":value", page.QuerySelector("main")!.TextContent);
            Assert.Empty(page.QuerySelectorAll(".figure-body > .quiet:only-child"));
        }
    }

    /// <summary>A number of the model's that is typed would be wrong for another model: digits in the text come from directives.</summary>
    [Fact]
    public void NoNumberOfTheModelsIsTyped()
    {
        string[] facts = ["19,920", "16,910", "1,690", "62 × 62", "60 × 60", "30 × 30", "28 × 28", "26 × 26", "13 × 13", "ladybug", "瓢虫",
            "Tiny VGG"];
        foreach (var file in new[] { "en", "zh" }.SelectMany(language =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", language), "*.md")))
        {
            var text = Live().Replace(File.ReadAllText(file), "");
            Assert.All(facts, fact => Assert.DoesNotContain(fact, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData("small")]
    [InlineData("residual")]
    [InlineData("grey")]
    [InlineData("wide")]
    [InlineData("hidden")]
    [InlineData("sigmoid")]
    [InlineData("unexplained")]
    [InlineData("infinite")]
    public void ItWorksWithAnyModel(string model)
    {
        using var other = new TempSite(model, metadata: null);
        foreach (var language in new[] { "en", "zh" }) Copy(other, language);
        other.Built();
        Assert.Empty(new Crawl(other.Output).Problems);
        Assert.False(File.Exists(other.PathOf("output/learn/training/index.html")));
        foreach (var file in new[] { "output/learn", "output/zh/learn" }.SelectMany(folder =>
            Directory.EnumerateFiles(other.PathOf(folder), "*.html", SearchOption.AllDirectories)))
        {
            using var page = Html.Open(file);
            Assert.Empty(EquationChecker.Check(page).Select(problem => $"{model}, {file}: {problem}"));

            // What the model doesn't have is not said to be missing: it isn't spoken of.
            Assert.Empty(page.QuerySelectorAll("span.live").Select(missing => $"{model}, {file}: {missing.TextContent}"));
            Assert.Empty(page.QuerySelectorAll(".figure-body > .quiet:only-child")
                .Select(sentence => $"{model}, {file}: {sentence.TextContent}"));
        }
    }

    [Fact]
    public void OfAGreyNetworkWithoutLabelsItSaysNothingOfColoursNorOfWhatIsRight()
    {
        using var grey = new TempSite("grey", metadata: null);
        Copy(grey, "en");
        grey.Built();
        Assert.DoesNotContain("red", Text(grey.PathOf("output/learn/input/index.html")));
        Assert.DoesNotContain("known", Text(grey.PathOf("output/learn/reading/index.html")));
        Assert.DoesNotContain("tick", Text(grey.PathOf("output/learn/what-is-a-cnn/index.html")));
        Assert.Contains("red", Text(site.PathOf("learn/input/index.html")));
        Assert.Contains("known", Text(site.PathOf("learn/reading/index.html")));
        Assert.Contains("tick", Text(site.PathOf("learn/what-is-a-cnn/index.html")));
    }

    [Fact]
    public void PoolingIsExplainedAsTheNetworkDoesIt()
    {
        using var other = new TempSite("residual", metadata: null);
        foreach (var language in new[] { "en", "zh" }) Copy(other, language);
        other.Built();
        foreach (var (built, language) in new[] { (other.Output, ""), (other.Output, "zh/"), (site.Output, ""), (site.Output, "zh/") })
        {
            using var page = Html.Open(Path.Combine(built, $"{language}learn/pooling/index.html"));
            var takesMeans = built == other.Output;
            Assert.Equal(takesMeans, page.QuerySelector("#average") is not null);
            Assert.Equal(!takesMeans, page.QuerySelector("#max") is not null);
            Assert.Equal(takesMeans ? "average-pool" : "max-pool", page.QuerySelector("[data-equation]")!.GetAttribute("data-equation"));
            Assert.Equal(3, page.QuerySelectorAll("section.question").Length);
        }
    }

    private static void Copy(TempSite to, string language)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", language)))
            to.Write($"content/{language}/{Path.GetFileName(file)}", File.ReadAllBytes(file));
    }

    private static string[] Text(string file)
    {
        using var page = Html.Open(file);
        return Word().Matches(page.QuerySelector(".chapter-text")!.TextContent).Select(word => word.Value).ToArray();
    }

    [GeneratedRegex("[a-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(":value\\{[^}]*\\}")]
    private static partial Regex Live();
}
