using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Files of <c>content/static/</c> go into the site as they are, unless that would take something's place.</summary>
public sealed class StaticTests
{
    [Fact]
    public void TheyAreCopiedListedAndFollowTheirSources()
    {
        using var site = new TempSite();
        site.Write("content/static/CNAME", "example.org\n");
        site.Write("content/static/robots.txt", "User-agent: *\nDisallow: /\n");
        site.Write("content/static/.well-known/security.txt", "Contact: mailto:me@example.org\n");
        site.Write("content/static/data/table.csv", "1,2\n");
        site.Write("content/static/.DS_Store", "x");
        site.Write("content/en/index.md", "# Home\n\n[The table](/data/table.csv)\n");
        site.Built();
        Assert.Equal("example.org\n", site.Page("CNAME"));
        Assert.Contains("Disallow: /", site.Page("robots.txt"));
        Assert.True(File.Exists(site.PathOf("output/.well-known/security.txt")));
        Assert.False(File.Exists(site.PathOf("output/.DS_Store")));
        Assert.Contains("\"data/table.csv\"", site.Page(".convscope-manifest.json"));
        Assert.Empty(new Crawl(site.Output).Problems);

        site.Write("content/en/index.md", "# Home\n\nOther [words](/data/table.csv).\n");
        site.Built();
        Assert.Equal("1,2\n", site.Page("data/table.csv"));

        site.Write("content/static/data/table.csv", "3,4\n");
        File.Delete(site.PathOf("content/static/CNAME"));
        site.Built();
        Assert.Equal("3,4\n", site.Page("data/table.csv"));
        Assert.False(File.Exists(site.PathOf("output/CNAME")));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("site.json")]
    [InlineData("maps")]
    [InlineData("index.html/mine.txt")]
    public void WhatIsMadeIsNotReplaced(string route)
    {
        using var site = new TempSite();
        site.Write("content/static/" + route, "mine");
        site.Fails(1, ["error CS1208", "content/static/" + route]);
    }

    [Fact]
    public void ALinkIsNotFollowed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var site = new TempSite();
        Directory.CreateDirectory(site.PathOf("content/static"));
        File.CreateSymbolicLink(site.PathOf("content/static/passwd"), "/etc/passwd");
        site.Fails(1, ["content/static/passwd: error CS1505"]);
    }
}
