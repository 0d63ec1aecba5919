using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>However many pictures there are, a page leads to a few of them, and to all others by way of pages that list all.</summary>
public sealed class ManyPicturesTests
{
    [Fact]
    public void APageDoesNotGrowWithTheNumberOfPictures()
    {
        using var few = Site(10);
        using var many = Site(70);
        Assert.Equal(10, Links(few, "index.html").Length);
        Assert.False(File.Exists(few.PathOf("output/pictures/index.html")));
        Assert.Empty(Open(few, "p04/index.html").QuerySelectorAll("a[href$='pictures/index.html']"));
        foreach (var page in new[] { "/index.html", "/conv/0/index.html" })
        {
            var (one, other) = (few.Page("p04" + page).Length, many.Page("p04" + page).Length);
            Assert.InRange(other, one, one + 120);
        }
    }

    [Fact]
    public void APictureStandsAmongItsNeighbours()
    {
        using var site = Site(70);
        foreach (var (picture, first) in new[] { (0, 0), (3, 0), (34, 29), (69, 60) })
        {
            var route = $"p{picture:00}/index.html";
            Assert.Equal(Enumerable.Range(first, 10).Select(i => $"../p{i:00}/index.html"), Links(site, route));
            var nav = Open(site, route).QuerySelector("nav.pictures")!;
            Assert.Equal($"../p{picture:00}/index.html", nav.QuerySelector("[aria-current]")!.GetAttribute("href"));
            Assert.Equal("All 70 pictures", nav.QuerySelector("a[href='../pictures/index.html']")!.TextContent);
        }
    }

    [Fact]
    public void AllPicturesStandOnPagesThatListThem()
    {
        using var site = Site(130);
        string[] pages = ["pictures/index.html", "pictures/2/index.html", "pictures/3/index.html"];
        var listed = pages.Select(page => Open(site, page).QuerySelectorAll(".cards a strong").Select(card => card.TextContent).ToArray())
            .ToArray();
        Assert.Equal([60, 60, 10], listed.Select(part => part.Length));
        Assert.Equal(130, listed.SelectMany(part => part).Distinct().Count());
        Assert.Equal(pages.Select(page => "../../" + page),
            Open(site, pages[1]).QuerySelectorAll(".picture-parts a").Select(link => link.GetAttribute("href")));
        Assert.Equal("2", Open(site, pages[1]).QuerySelector(".picture-parts [aria-current=page]")!.TextContent);
        Assert.Equal(60, Open(site, "index.html").QuerySelectorAll(".cards a").Length);
        var index = Open(site, pages[0]).QuerySelector("[data-index]")!.GetAttribute("data-index")!;
        Assert.Contains("p129/thumbnail", site.Page(index));
        Assert.Empty(new Crawl(site.Output).Problems);
    }

    private static string[] Links(TempSite site, string route) =>
        [.. Open(site, route).QuerySelectorAll("nav.pictures li a").Select(link => link.GetAttribute("href")!)];

    private static AngleSharp.Dom.IDocument Open(TempSite site, string route) => Html.Open(site.PathOf("output/" + route));

    private static TempSite Site(int pictures)
    {
        var site = new TempSite();
        foreach (var name in new[] { "red", "blue" }) File.Delete(site.PathOf($"content/images/{name}.png"));
        var png = Pictures.Png(12, 12, 200, 60, 20);
        for (var i = 0; i < pictures; i++) site.Write($"content/images/p{i:00}.png", png);
        site.Built();
        return site;
    }
}
