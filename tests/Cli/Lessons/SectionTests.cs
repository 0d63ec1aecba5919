using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>A folder of the content with an <c>index.md</c> is a section of its own.</summary>
public sealed class SectionTests
{
    [Fact]
    public void ItHasItsOwnContentsOrderAndPlaceInTheHeader()
    {
        using var site = Site();
        site.Built();
        using var index = Html.Parse(site.Page("extra/index.html"));
        Assert.Equal("Extra pages", index.QuerySelector("h1")!.TextContent);
        Assert.Equal(["../extra/b/index.html", "../extra/a/index.html"], index.QuerySelectorAll(".section-list a")
            .Select(link => link.GetAttribute("href")));
        Assert.Equal("page", index.QuerySelector("nav[aria-label=Site] a[aria-current]")!.GetAttribute("aria-current"));

        using var page = Html.Parse(site.Page("extra/b/index.html"));
        Assert.Contains("Page 1 of 2", page.QuerySelector(".chapter-place")!.TextContent);
        Assert.Equal("../../extra/index.html", page.QuerySelector("a[rel=up]")!.GetAttribute("href"));
        Assert.Equal("../../extra/a/index.html", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
        Assert.Equal("Extra pages", page.QuerySelector("nav[aria-label=Site] a[aria-current]")!.TextContent);
        Assert.Equal(["../../extra/a/index.html#x", "../../learn/one/index.html"], page.QuerySelectorAll(".chapter-text > p a")
            .Select(link => link.GetAttribute("href")));
        Assert.True(File.Exists(site.PathOf("output/embed/extra/b/fig/index.html")));

        using var lesson = Html.Parse(site.Page("learn/index.html"));
        Assert.Equal(["../learn/one/index.html", "../learn/hyperparameters/index.html"], lesson.QuerySelectorAll(".chapters-list a")
            .Select(link => link.GetAttribute("href")));
        Assert.Empty(new Crawl(site.Output).Problems);

        // A new title stands on every page.
        site.Write("content/en/extra/index.md", "# Renamed\n");
        site.Built();
        Assert.Contains(">Renamed</a>", site.Page("red/conv/0/index.html"));
    }

    [Fact]
    public void ALanguageWithoutItLinksToTheOneThatThereIs()
    {
        using var site = Site();
        site.Write("content/zh/one.md", "# 一\n\n[E](/extra/b/index.html)\n");
        site.Built();
        using var page = Html.Parse(site.Page("zh/learn/one/index.html"));
        var link = page.QuerySelector("header a[href='../../../extra/index.html']")!;
        Assert.Equal(("en", "en"), (link.GetAttribute("lang"), link.GetAttribute("hreflang")));
        Assert.Null(Html.Parse(site.Page("learn/one/index.html"))
            .QuerySelector("header a[href='../../extra/index.html']")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("maps", "CS1208", "one of the site's own")]
    [InlineData("red", "CS1208", "red.png")]
    [InlineData("zz", "CS1208", "the language 'zz'")]
    [InlineData("My pages", "CS1004", "my-pages")]
    public void ItsNameMustBeFree(string name, string code, string says)
    {
        using var site = new TempSite();
        site.Write("content/zz/one.md", "# One\n");
        site.Write($"content/en/{name}/index.md", "# Index\n");
        site.Fails(1, [$"content/en/{name}/index.md: error {code}", says]);
    }

    [Fact]
    public void ALinkToAPageThatIsNotThereSaysWhichMayBeMeant()
    {
        using var site = Site();
        site.Write("content/en/extra/a.md", "# A\n\n[B](c.md)\n");
        site.Fails(1, ["content/en/extra/a.md:3:1: error CS1205", "'extra/c.md'"]);
    }

    private static TempSite Site()
    {
        var site = new TempSite();
        site.Write("content/en/one.md", "# One\n\n[B](extra/b.md)\n");
        site.Write("content/en/extra/index.md", "# Extra pages\n\nWords.\n");
        site.Write("content/en/extra/a.md", "---\norder: 2\n---\n# A\n\n## X\n\n[Back](index.md)\n");
        site.Write("content/en/extra/b.md", "---\norder: 1\n---\n# B\n\n[A](a.md#x), [one](../one.md)\n\n::: layer id=fig\n:::\n");
        site.Write("content/en/loose/note.md", "# Not published\n");
        return site;
    }
}
