using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>The default lesson in two languages: each page is in one, wherever a reader may look or listen.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed partial class LanguageTests(DefaultSite site)
{
    /// <summary>Names and marks that are the same in Chinese, and what the model calls its layers.</summary>
    private static readonly HashSet<string> Latin = new(StringComparer.Ordinal)
    {
        "Convscope", "Tiny", "VGG", "ImageNet", "CNN", "convolutional", "neural", "network", "ReLU", "rectified", "linear", "unit", "Softmax", "logit", "exp", "max",
        "NET", "SDK", "Windows", "macOS", "Linux", "GitHub", "Ctrl", "SVG", "PNG", "JavaScript", "Markdown", "HTML", "Tab", "Esc", "emoji", "site", "json", "conv", "relu", "pool", "flatten", "output", "softmax", "input",
    };

    private IEnumerable<string> Chinese => site.Routes("*.html").Where(route => route.StartsWith("zh/", StringComparison.Ordinal));

    [Fact]
    public void AChinesePageHasNoEnglishInIt()
    {
        Assert.InRange(Chinese.Count(), 40, 200);
        foreach (var route in Chinese)
        {
            using var page = Html.Open(site.PathOf(route));
            Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
            var words = Latins().Matches(Said(page.DocumentElement)).Select(match => match.Value).Distinct().Except(Latin).ToArray();
            Assert.True(words.Length == 0, $"{route}: {string.Join(", ", words)}");
        }
    }

    [Fact]
    public void AnEnglishPageHasNoChineseInIt()
    {
        foreach (var route in site.Routes("*.html").Except(Chinese))
        {
            var html = File.ReadAllText(site.PathOf(route));
            if (!Characters().IsMatch(html)) continue;
            using var page = Html.Open(site.PathOf(route));
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.False(Characters().IsMatch(Said(page.DocumentElement)), route);
        }
    }

    [Fact]
    public void EveryChapterIsThereInBothLanguagesWithTheSameAnchors()
    {
        var chapters = site.Routes("index.html").Where(route => route.StartsWith("learn/", StringComparison.Ordinal)
            || (route.StartsWith("docs/", StringComparison.Ordinal) && File.Exists(site.PathOf("zh/" + route)))).ToArray();
        Assert.True(chapters.Length >= 14);
        foreach (var route in chapters)
        {
            using var english = Html.Open(site.PathOf(route));
            using var chinese = Html.Open(site.PathOf("zh/" + route));
            Assert.Equal(Anchors(english), Anchors(chinese));
            foreach (var (page, other) in new[] { (english, "zh-Hans"), (chinese, "en") })
            {
                Assert.Equal(2, page.QuerySelectorAll("link[rel=alternate][hreflang]").Length);
                Assert.Single(page.QuerySelectorAll($".languages a[hreflang={other}][lang={other}]:not([aria-current])"));
            }
        }
    }

    [Fact]
    public void LinksOutOfTheChineseLessonSayThatTheyLeadToEnglish()
    {
        foreach (var route in Chinese)
        {
            using var page = Html.Open(site.PathOf(route));
            foreach (var link in page.QuerySelectorAll("a[href*='.html']").Where(link => !link.GetAttribute("href")!.StartsWith('#')))
            {
                var target = new Uri(new Uri("https://host/" + route), link.GetAttribute("href")).AbsolutePath;
                Assert.Equal(target.StartsWith("/zh/", StringComparison.Ordinal) ? null : "en", link.GetAttribute("hreflang") is "zh-Hans" ? null : link.GetAttribute("hreflang"));
            }
        }

        using var contents = Html.Open(site.PathOf("zh/learn/index.html"));
        Assert.Contains("只有英文版", contents.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public void ItsEquationsAddUp()
    {
        var equations = 0;
        foreach (var route in Chinese)
        {
            using var page = Html.Open(site.PathOf(route));
            equations += page.QuerySelectorAll("[data-equation]").Length;
            Assert.Empty(EquationChecker.Check(page).Select(problem => $"{route}: {problem}"));
        }

        Assert.True(equations >= 40);
    }

    [Fact]
    public void TheBuiltInCataloguesHaveTheSameWords()
    {
        var english = Keys("en");
        var chinese = Keys("zh").Where(key => !key.StartsWith("operator_", StringComparison.Ordinal));
        Assert.Equal(english, chinese);
    }

    /// <summary>All text that is shown or read aloud, but for code, links into the other language, and texts that name their own.</summary>
    private static string Said(IElement element)
    {
        if (element.LocalName is "script" or "style" or "code" or "pre" || element.HasAttribute("hreflang") || (element.ParentElement is not null && element.HasAttribute("lang"))) return " ";
        var said = new List<string>();
        foreach (var name in new[] { "alt", "title", "aria-label", "data-words", "placeholder" })
        {
            if (element.GetAttribute(name) is { } text) said.Add(text);
        }

        if (element.LocalName == "meta" && element.GetAttribute("name") == "description") said.Add(element.GetAttribute("content") ?? "");
        foreach (var child in element.ChildNodes) said.Add(child is IElement inner ? Said(inner) : child is IText text ? text.Data : "");
        return string.Join(' ', said);
    }

    private static string[] Anchors(IDocument page) =>
        [.. page.QuerySelectorAll(".chapter-text :is(h2, h3, figure, section)[id], .glossary dt[id]").Select(place => place.Id!).Where(id => id != "flatten").Order(StringComparer.Ordinal)];

    private static string[] Keys(string language) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "templates", "words", language + ".yaml")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal)];

    [GeneratedRegex("[A-Za-z][A-Za-z']+")]
    private static partial Regex Latins();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")]
    private static partial Regex Characters();
}
