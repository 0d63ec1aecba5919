using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>A name is the same in both forms of Unicode: composed, as it is typed, and decomposed, as some systems write it.</summary>
public sealed class UnicodeNameTests
{
    // å, ё, が and 각, with their marks apart.
    private const string Composed = "Å ё が 각", Decomposed = "A\u030A \u0435\u0308 \u304B\u3099 \u1100\u1161\u11A8";

    [Theory]
    [InlineData(Composed, Decomposed)]
    [InlineData(Decomposed, Composed)]
    public void OfAChapterAPictureAndALabel(string onDisk, string written)
    {
        using var site = new TempSite(metadata: $"labels: [\"{written}\", dog, bird]\n");
        site.Write($"content/en/{onDisk}.md", "---\ntitle: T\n---\n\nText.\n");
        site.Write("content/en/link.md", $"# Link\n\n[x](<{written}.md>)\n");
        site.Write($"content/images/{onDisk}.png", Pictures.Png(8, 8, 200, 20, 30));
        site.Write("content/images/images.yaml", $"images:\n  - file: \"{written}.png\"\n    label: \"{onDisk}\"\n");
        site.Built();
        Assert.True(File.Exists(Path.Combine(site.Output, "learn/a-ё-が-각/index.html")));
        Assert.True(File.Exists(Path.Combine(site.Output, "a-ё-が-각/index.html")));
        Assert.Empty(new Crawl(site.Output).Problems);
        Assert.Equal(0, Shell.Run("check", site.Output).Exit);
    }

    [Fact]
    public void AnAddressForSearchEnginesIsEscaped()
    {
        using var site = new TempSite();
        site.Write("content/en/卷积.md", "# 卷积\n");
        site.Built("--base-url", "https://example.org/repo");
        Assert.Contains("<loc>https://example.org/repo/learn/%E5%8D%B7%E7%A7%AF/</loc>", site.Page("sitemap.xml"),
            StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/repo/learn/%E5%8D%B7%E7%A7%AF/\">",
            site.Page("learn/卷积/index.html"), StringComparison.Ordinal);
    }
}
