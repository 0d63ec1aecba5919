using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Every page is reached by links alone, and no link leads nowhere or away.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class CrawlTests(DefaultSite site)
{
    [Fact]
    public void EveryPageIsReachedFromHomeAndEveryLinkIsAlive()
    {
        var crawl = new Crawl(site.Output);
        Assert.Empty(crawl.Problems.Take(10));
        Assert.Empty(site.Routes("*.html").Where(route => Path.GetFileName(route) != "404.html").Except(crawl.Reached).Take(10));
        var pictures = site.Routes("*.png").Where(route => !route.StartsWith("pictures/", StringComparison.Ordinal));
        Assert.Empty(pictures.Except(crawl.Reached).Take(10));
    }

    [Fact]
    public void StylesAskNoOneElse()
    {
        foreach (var route in site.Routes("*.css"))
        {
            var css = File.ReadAllText(site.PathOf(route));
            Assert.DoesNotContain("http", css);
            Assert.DoesNotContain("@import", css);
            Assert.DoesNotContain("url(/", css.Replace("\"", "").Replace("'", ""));
        }
    }

    /// <summary>What a style writes is the same in every language: names of functions and marks, no words.</summary>
    [Fact]
    public void StylesWriteNoWords()
    {
        foreach (var route in site.Routes("*.css"))
        {
            var written = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(site.PathOf(route)), "content: *\"([^\"]*)\"")
                .Select(match => match.Groups[1].Value.Trim());
            Assert.All(written, text => Assert.True(text is "max" or "exp" || !text.Any(char.IsLetter), $"{route}: {text}"));
        }
    }

    [Fact]
    public void BaseUrlGoesIntoCanonicalLinksSitemapAndRobotsOnly()
    {
        const string Base = "https://example.org/any/repo";
        using var small = new TempSite();
        small.Built("--base-url", Base + "/");
        var crawl = new Crawl(small.Output, Base);
        Assert.Empty(crawl.Problems);

        var page = Html.Parse(small.Page("red/conv/2/index.html"));
        Assert.Equal(Base + "/red/conv/2/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(Base + "/red/conv/2/", page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        Assert.Contains($"<loc>{Base}/</loc>", small.Page("sitemap.xml"));
        Assert.Contains($"<loc>{Base}/red/conv/2/</loc>", small.Page("sitemap.xml"));
        Assert.Contains($"Sitemap: {Base}/sitemap.xml", small.Page("robots.txt"));
        Assert.Contains("href=\"/any/repo/index.html\"", small.Page("404.html"));
    }
}
