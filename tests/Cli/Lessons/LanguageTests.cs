using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>The default lesson in two languages: each page is in one, wherever a reader may look or listen.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed partial class LanguageTests(DefaultSite site)
{
    /// <summary>Names and marks that are the same in Chinese, what the model calls its layers, and the commands.</summary>
    private static readonly HashSet<string> Latin = new(StringComparer.Ordinal)
    {
        "ONNX", "Runtime", "SHA", "MIT", "models", "README", "md", "Convscope", "Tiny", "VGG", "ImageNet", "CNN", "convolutional",
        "neural", "network", "ReLU", "rectified", "linear", "unit", "Softmax", "logit", "exp", "max",
        "NET", "SDK", "Windows", "macOS", "Linux", "GitHub", "Ctrl", "SVG", "PNG", "JavaScript", "Markdown", "HTML", "PDF", "KB", "MB", "Tab", "Esc", "emoji",
        "site", "json", "conv", "relu", "pool", "flatten", "output", "softmax", "input",
        "Unicode", "JPEG", "WebP", "ZIP", "JSON", "Schema", "schema", "YAML", "yaml", "CSS", "CS", "FTP", "Cookie", "Git", "LFS", "LRM",
        "Exif", "XMP", "QDQ", "VNNI", "TeX", "MathML", "dropout", "CoreML", "argmax", "sigmoid", "ln", "Adam", "AdamW", "RLM", "ALM",
        "GitLab", "Pages", "Netlify", "Cloudflare", "Moodle", "Bash", "Scriban",
        "Python", "PyTorch", "Keras", "torchvision", "Chromium", "axe",
        "PIL", "ffffff", "OpenCV", "TensorFlow", "timm", "NaN", "UTF", "GBK", "BT", "ICU", "SkiaSharp", "Inception", "DenseNet",
        "Xception", "MobileNet", "ResNet", "ShuffleNet", "LeNet", "SqueezeNet",
        "init", "build", "serve", "check", "clean", "templates", "export", "inspect", "completions",
    };

    private IEnumerable<string> Chinese => site.Routes("*.html").Where(route => route.StartsWith("zh/", StringComparison.Ordinal));

    [Fact]
    public void AChinesePageHasNoEnglishInIt()
    {
        var names = Names().ToHashSet(StringComparer.Ordinal);
        Assert.True(Chinese.Count() > 1400);
        var found = Chinese.AsParallel().Select(route =>
        {
            var html = File.ReadAllText(site.PathOf(route));
            Assert.Contains("<html lang=\"zh-Hans\">", html);
            var words = Latins().Matches(Said(html)).Select(match => match.Value).Distinct().Except(Latin).Except(names).ToArray();
            return words.Length == 0 ? "" : $"{route}: {string.Join(", ", words)}";
        }).Where(problem => problem.Length > 0).Order().Take(5).ToArray();
        Assert.Empty(found);
    }

    [Fact]
    public void OneIsNeverCalledMany()
    {
        Assert.Equal(["1 cells", "1 more units"], EnglishCounts.Wrong(
            "<p><b>1</b> cells, 1 cell, 2 cells, 1 × 1 pixels, 21 rows</p><i title=\"1 more units\">"));
        var found = site.Routes("*.html").Except(Chinese).AsParallel()
            .SelectMany(route => EnglishCounts.Wrong(File.ReadAllText(site.PathOf(route))).Select(count => $"{route}: {count}")).Take(5);
        Assert.Empty(found);
    }

    [Fact]
    public void AnEnglishPageHasNoChineseInIt()
    {
        var found = site.Routes("*.html").Except(Chinese).AsParallel().Where(route =>
        {
            var html = File.ReadAllText(site.PathOf(route));
            Assert.Contains("<html lang=\"en\">", html);
            return Characters().IsMatch(Said(html));
        }).Take(5).ToArray();
        Assert.Empty(found);
    }

    [Fact]
    public void EveryChapterIsThereInBothLanguagesWithTheSameAnchors()
    {
        var chapters = site.Routes("index.html").Where(route =>
            route.StartsWith("learn/", StringComparison.Ordinal) || route.StartsWith("docs/", StringComparison.Ordinal)).ToArray();
        Assert.True(chapters.Length >= 22);
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
        foreach (var route in Chinese.Where(route => IsOfLesson(route) || route.Count(c => c == '/') < 3))
        {
            using var page = Html.Open(site.PathOf(route));
            foreach (var link in page.QuerySelectorAll("a[href*='.html']").Where(link => !link.GetAttribute("href")!.StartsWith('#')))
            {
                var address = new Uri(new Uri("https://host/" + route), link.GetAttribute("href"));
                if (address.Host != "host") continue;
                var target = address.AbsolutePath;
                Assert.Equal(target.StartsWith("/zh/", StringComparison.Ordinal) ? null : "en", link.GetAttribute("hreflang") is "zh-Hans"
                    ? null : link.GetAttribute("hreflang"));
            }
        }

    }

    [Fact]
    public void EveryPageIsThereInBothLanguagesAndSaysSo()
    {
        foreach (var route in site.Routes("*.html").Except(Chinese).Where(route => !route.StartsWith("embed/", StringComparison.Ordinal)))
        {
            Assert.True(File.Exists(site.PathOf("zh/" + route)), route);
            foreach (var (page, tag) in new[] { (route, "zh-Hans"), ("zh/" + route, "en") })
            {
                var html = File.ReadAllText(site.PathOf(page));
                Assert.Contains($"hreflang=\"{tag}\"", html);
                Assert.Equal(2, html.Split("rel=\"alternate\"").Length - 1);
            }
        }

        var languages = site.Json.GetProperty("languages").EnumerateArray().Select(language => language.GetProperty("url").GetString());
        Assert.Equal(["index.html", "zh/index.html"], languages);
    }

    [Fact]
    public void ItsEquationsAddUp()
    {
        var equations = 0;
        foreach (var route in Chinese.Where(IsOfLesson))
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
        var chinese = Keys("zh").Except(["terms"]);
        Assert.Equal(english, chinese);
        foreach (var (key, text) in Entries("en"))
            Assert.True(Places().Matches(text).Select(place => place.Value).ToHashSet()
                .SetEquals(Places().Matches(Entries("zh")[key]).Select(place => place.Value)), $"{key}: the places differ");
    }

    /// <summary>All text that is shown or read aloud, but for code, numbers, links into the other language, and what is marked as in
    /// another or in none.</summary>
    private static string Said(string html)
    {
        var rest = Unsaid().Replace(html, " ");
        var told = Told().Matches(rest).Select(match => match.Groups[1].Value + match.Groups[2].Value);
        return System.Net.WebUtility.HtmlDecode(Tag().Replace(rest, " ") + " " + string.Join(' ', told));
    }

    /// <summary>What isn't translated: names of layers, pictures, files and settings.</summary>
    private IEnumerable<string> Names() => site.Json.GetProperty("model").GetProperty("layers").EnumerateArray()
        .Select(layer => layer.GetProperty("name").GetString()!)
        .Concat(site.Json.GetProperty("images").EnumerateArray().Select(image => image.GetProperty("id").GetString()!))
        .SelectMany(name => Latins().Matches(name).Select(match => match.Value));

    private static string[] Anchors(IDocument page) =>
        [.. page.QuerySelectorAll(".chapter-text :is(h2, h3, figure, section)[id], .glossary dt[id]").Select(place => place.Id!)
            .Where(id => id != "flatten").Order(StringComparer.Ordinal)];

    private static string[] Keys(string language) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "templates", "words", language + ".yaml")).Where(line =>
            line.Length > 0 && line[0] is not ('#' or ' ')).Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Entries(string language) =>
        File.ReadLines(Path.Combine(Repository.Root, "templates", "words", language + ".yaml"))
            .Where(line => line.Length > 0 && line[0] is not ('#' or ' ') && line.Contains(": ", StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line =>
                line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private static bool IsOfLesson(string route) => route.Contains("/learn/", StringComparison.Ordinal)
        || route.Contains("/docs/", StringComparison.Ordinal) || route.Contains("/embed/", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"<(script|style|code|pre|noscript)\b.*?</\1>|<a\b[^>]*\bhreflang=.*?</a>|<(\w+)\b(?<!<html)[^>]*\b(?:lang|translate)=""[^""]*""[^>]*>.*?</\2>|<data\b.*?</data>", RegexOptions.Singleline)]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\b(?:alt|title|aria-label|data-words|placeholder)=""([^""]*)""|<meta name=""description"" content=""([^""]*)""")]
    private static partial Regex Told();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z][A-Za-z']+")]
    private static partial Regex Latins();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")]
    private static partial Regex Characters();
}
