using AngleSharp.Dom;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>With <c>html: false</c> nothing of an author's text becomes markup or an address that runs, wherever it stands: it is shown as
/// the text that it is.</summary>
public sealed class RawHtmlTests(RawHtmlTests.Site site) : IClassFixture<RawHtmlTests.Site>
{
    private const string Evil = "<x-evil onclick=alert(1)>evil</x-evil>";

    /// <summary>Texts of a chapter, each with the word <c>evil</c> that a reader must still find.</summary>
    private static readonly string[] Texts =
    [
        Evil,
        $"A line with {Evil} in it.",
        "<script>alert('evil')</script>",
        "<!-- evil <script>alert(1)</script> -->",
        "A line <!--> with <script>alert('evil')</script> -->",
        "<?evil alert(1) ?>",
        "<![CDATA[<script>alert('evil')</script>]]>",
        "<!DOCTYPE evil>",
        "<img src=x onerror=alert(1)> evil",
        "<svg/onload=alert(1)> evil",
        "<iframe src=javascript:alert(1)></iframe> evil",
        "<style>@import 'evil'</style>",
        $"## One {Evil}\n\n## Two <script>evil</script>\n\nA table of contents is made of them.",
        "## evil {onclick=alert(1)}\n\n## Two {.x onclick=alert(1)}",
        "[evil](/network/index.html){onclick=alert(1)} and **evil**{onclick=alert(1)}",
        "{onclick=alert(1)}\nA paragraph of evil.",
        "[evil](javascript:alert(1))",
        "[evil](JaVaScRiPt:alert(1))",
        "[evil](<java\tscript:alert(1)>)",
        "[evil](&#106;avascript:alert(1)) [evil](javascript&colon;alert(1)) [evil](&Tab;javascript:alert(1))",
        "[evil](\u0001javascript:alert(1))",
        "[evil](data:text/html,<script>alert(1)</script>) [evil](vbscript:alert(1)) [evil](blob:x) [evil](file:///etc/passwd)",
        "[evil][r]\n\n[r]: javascript:alert(1) \"title\"",
        "![evil](javascript:alert(1)) ![evil](data:image/svg+xml,x)",
        "<javascript:alert(1)?evil> and <data:text/html,evil>",
        "[evil](https://onnx.ai/ \"title\\\" onmouseover=\\\"alert(1)\")",
        "[evil](https://onnx.ai/\"onmouseover=\"alert(1))",
        $"A note[^1] of evil.\n\n[^1]: {Evil} [evil](javascript:alert(1))",
        $"| {Evil} | b |\n| - | - |\n| [evil](javascript:alert(1)) | <script>evil</script> |",
        $"::: softmax picture=first\n{Evil} [evil](javascript:alert(1))\n:::",
        $"::: unit layer=conv unit=0\n![evil](p.png)\n\n# {Evil}\n:::",
        $"::: question\n{Evil}\n---\n<script>evil</script>\n:::",
        $"> {Evil}\n\n- {Evil}\n\n1. <script>evil</script>",
        "```\"onclick=\"alert(1)\nevil\n```",
        "```html\n<script>alert('evil')</script>\n```",
        $"`{Evil}` and \\<script>evil\\</script>",
        "![<x-evil onclick=alert(1)>evil](p.png \"<b onclick=alert(1)>\")",
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Texts.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void OfAChapterIsShownAsText(int place)
    {
        using var page = Html.Parse(site.Page($"learn/text-{place}/index.html"));
        AssertHarmless(page);
        var text = page.QuerySelector(".chapter-text")!;
        Assert.Contains("evil", text.TextContent
            + string.Concat(text.QuerySelectorAll("img").Select(picture => picture.GetAttribute("alt"))), StringComparison.Ordinal);
    }

    /// <summary>Titles, descriptions, the glossary and its tips, the home page, a section: every other page of the same site.</summary>
    [Fact]
    public void OfAnyOtherPlaceIsShownAsText()
    {
        foreach (var file in Directory.EnumerateFiles(site.Output, "*.html", SearchOption.AllDirectories))
        {
            using var page = Html.Open(file);
            AssertHarmless(page);
        }

        foreach (var route in new[] { "index.html", "learn/index.html", "learn/titled/index.html", "learn/glossary/index.html",
            "notes/index.html" })
            Assert.Contains(Evil, Html.Parse(site.Page(route)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void TheOwnersHtmlIsKeptButNeverALinkOfMarkdownThatRuns()
    {
        using var own = new TempSite();
        own.Write("content/en/one.md", "A <kbd>key</kbd>, [evil](javascript:alert(1)), **b**{onclick=alert(1)}, <javascript:alert(1)>.\n");
        own.Built();
        using var page = Html.Parse(own.Page("learn/one/index.html"));
        Assert.NotNull(page.QuerySelector("kbd"));
        AssertHarmless(page);
    }

    private static void AssertHarmless(IDocument page)
    {
        Assert.Empty(page.QuerySelectorAll("x-evil, iframe, object, embed, body style"));
        Assert.All(page.QuerySelectorAll("style"), style => Assert.Equal("@view-transition{navigation:auto}", style.TextContent));
        Assert.All(page.QuerySelectorAll("script:not([src])"), script => Assert.Equal("application/json", script.GetAttribute("type")));
        Assert.DoesNotContain(page.Descendants<IComment>(), comment => comment.Data.Contains("evil", StringComparison.Ordinal));
        foreach (var attribute in page.All.SelectMany(element => element.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name}={attribute.Value}");
            if (attribute.Name is not ("href" or "src" or "action" or "formaction" or "xlink:href" or "srcset" or "poster")) continue;
            var address = string.Concat(attribute.Value.Where(letter => letter > ' ')).ToLowerInvariant();
            Assert.DoesNotMatch("^(javascript|data|vbscript|blob|file):", address);
        }
    }

    /// <summary>One site with all the texts.</summary>
    public sealed class Site : IDisposable
    {
        private readonly TempSite _site = new();

        public Site()
        {
            var quoted = System.Text.Json.JsonSerializer.Serialize(Evil);
            _site.Write("content/site.yaml", TempSite.Config + "html: false\n");
            _site.Write("content/en/p.png", Pictures.Png(4, 4, 1, 2, 3));
            _site.Write("content/en/index.md",
                $"# Home {Evil}\n\n{string.Join("\n\n", Texts.Where(text => !text.Contains("](p.png", StringComparison.Ordinal)))}\n");
            _site.Write("content/en/notes/index.md", $"---\ntitle: {quoted}\n---\n\n{Evil}\n");
            _site.Write("content/en/titled.md", $"---\ntitle: {quoted}\ndescription: {quoted}\n---\n\nA kernel.\n");
            _site.Write("content/en/glossary.yaml",
                $"terms:\n  - {{term: kernel, definition: {quoted}}}\n  - {{term: {quoted}, definition: {quoted}}}\n");
            for (var i = 0; i < Texts.Length; i++) _site.Write($"content/en/text-{i}.md", $"---\ntitle: Text {i}\n---\n\n{Texts[i]}\n");
            _site.Built();
        }

        public string Output => _site.Output;

        public string Page(string route) => _site.Page(route);

        public void Dispose() => _site.Dispose();
    }
}
