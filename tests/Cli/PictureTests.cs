using System.Text.Json;
using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>Anyone's folder of pictures will do, without a list.</summary>
public sealed class PictureTests
{
    [Fact]
    public void PicturesOfAllKindsAndNames()
    {
        using var site = new TempSite();
        using var folder = new TempFolder();
        folder.Write("turned.jpg", Pictures.RotatedJpeg(30, 20, 6));
        folder.Write("glass.png", Pictures.Png(24, 24, 200, 10, 10, alpha: 90));
        folder.Write("grey.png", Pictures.GreyPng(18, 18));
        folder.Write("photo.webp", Pictures.Webp(40, 30));
        folder.Write("dot.png", Pictures.Png(1, 1, 200, 100, 50));
        folder.Write("strip.png", Pictures.Png(3000, 50, 40, 100, 50));
        folder.Write("SHOUT.JPEG", Pictures.Jpeg(20, 20));
        folder.Write("日本.png", Pictures.Png(12, 12, 10, 100, 200));
        folder.Write("æøå Ünï.png", Pictures.Png(12, 12, 20, 100, 200));
        folder.Write("assets.png", Pictures.Png(12, 12, 30, 100, 200));
        folder.Write("data.jpg", Pictures.Jpeg(12, 12));
        folder.Write("index.png", Pictures.Png(12, 12, 33, 100, 200));
        folder.Write("a b.png", Pictures.Png(12, 12, 40, 100, 200));
        folder.Write("a-b.png", Pictures.Png(12, 12, 50, 100, 200));
        folder.Write("A.b.png", Pictures.Png(12, 12, 60, 100, 200));
        folder.Write("notes.txt", "no picture");
        folder.Write(".hidden.png", "no picture either");
        site.Built("--images", folder.Folder);

        var images = JsonDocument.Parse(site.Page("site.json")).RootElement.GetProperty("images").EnumerateArray().ToArray();
        Assert.Equal(15, images.Length);
        var ids = images.Select(image => image.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(15, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.Matches("^[a-z0-9_-]+$", id));
        Assert.DoesNotContain("assets", ids);
        Assert.DoesNotContain("data", ids);
        Assert.Contains(images, image => image.GetProperty("title").GetString() == "日本");
        Assert.Empty(new Crawl(site.Output).Problems);
    }

    [Fact]
    public void AListChoosesOrdersAndDescribes()
    {
        using var site = new TempSite();
        site.Write("content/images/images.yaml", "images:\n  - {file: red.png, title: A red one, alt: Red all over, label: dog, credit: Me}\n");
        site.Built();
        var page = Html.Parse(site.Page("red/index.html"));
        Assert.StartsWith("A red one", page.QuerySelector("h1")!.TextContent);
        Assert.False(Directory.Exists(site.PathOf("output/blue")));
        Assert.Contains("Me", site.Page("credits/index.html"));
    }
}
