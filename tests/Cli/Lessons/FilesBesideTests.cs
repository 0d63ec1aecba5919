using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Lessons;

/// <summary>Pictures and files that lie beside a chapter come along into the site, and nothing else does.</summary>
public sealed class FilesBesideTests
{
    private const string Chapter = "content/en/pots.md";

    [Fact]
    public void A_picture_and_a_sheet_come_along_and_follow_their_edits()
    {
        using var site = new TempSite();
        site.Write("content/en/a pot.jpg", Pictures.Jpeg(30, 20));
        site.Write("content/shared/sheet.pdf", "%PDF-1.4");
        site.Write("content/en/not-shown.png", Pictures.Png(4, 4, 1, 2, 3));
        site.Write(Chapter, "---\ntitle: Pots\n---\n\n![A pot](<a pot.jpg>)\n\n[The sheet](../shared/sheet.pdf)\n");
        site.Built();
        var page = Html.Open(Path.Combine(site.Output, "learn/pots/index.html"));
        var picture = page.QuerySelector("img[alt='A pot']")!;
        Assert.Equal(("30", "20"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.Matches("^../../files/a-pot-[0-9a-f]+[.]jpg$", picture.GetAttribute("src")!);
        Assert.Empty(new Crawl(site.Output).Problems);
        var files = Directory.EnumerateFiles(Path.Combine(site.Output, "files")).Select(file => Path.GetFileName(file)).Order().ToArray();
        Assert.Equal(2, files.Length);

        site.Write("content/en/a pot.jpg", Pictures.Jpeg(60, 20));
        site.Write(Chapter, "---\ntitle: Pots\n---\n\n![A pot](<a pot.jpg>)\n");
        site.Built();
        Assert.Equal("60", Html.Open(Path.Combine(site.Output, "learn/pots/index.html"))
            .QuerySelector("img[alt='A pot']")!.GetAttribute("width"));
        Assert.Single(Directory.EnumerateFiles(Path.Combine(site.Output, "files")));
        var edited = Tree.Of(site.Output);
        site.Built("--no-cache");
        Assert.Equal(edited, Tree.Of(site.Output));
    }

    [Theory]
    [InlineData("![A pot](a-pot.jpg)", "CS1203", "'pot.jpg'")]
    [InlineData("[Sheet](sheat.pdf)", "CS1205", "'sheet.pdf'")]
    [InlineData("![](pot.jpg)", "CS1207", "words")]
    [InlineData("![x](../../../../../etc/passwd)", "CS1203", "outside")]
    [InlineData("[x](../../models/net.onnx)", "CS1205", "outside")]
    [InlineData("[x](..%2f..%2fmodels%2fnet.onnx)", "CS1205", "outside")]
    [InlineData("![x](link.jpg)", "CS1203", "a link")]
    [InlineData("![x](https://example.org/a.jpg)", "CS1203", "other sites")]
    [InlineData("![x](broken.png)", "CS1301", "decoded")]
    public void What_cannot_come_along_is_told_where_it_stands(string text, string code, string says)
    {
        using var site = new TempSite();
        site.Write("content/en/pot.jpg", Pictures.Jpeg(30, 20));
        site.Write("content/en/sheet.pdf", "%PDF-1.4");
        site.Write("content/en/broken.png", "no picture");
        File.CreateSymbolicLink(site.PathOf("content/en/link.jpg"), site.PathOf("models/net.onnx"));
        site.Write(Chapter, $"---\ntitle: Pots\n---\n\n{text}\n");
        site.Fails(1, [$"{Chapter}:5:1: error {code}", says]);
    }

    [Fact]
    public void Without_HTML_nothing_comes_along_that_a_browser_would_run()
    {
        using var site = new TempSite();
        site.Write("content/en/pot.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
        site.Write(Chapter, "---\ntitle: Pots\n---\n\n![A pot](pot.svg)\n");
        site.Built();
        site.Write("content/site.yaml", TempSite.Config + "html: false\n");
        site.Fails(1, [$"{Chapter}:5:1: error CS1203", "scripts"]);
    }
}
