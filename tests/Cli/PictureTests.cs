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
        Assert.All(ids, id => Assert.Matches(@"^[\p{Ll}\p{Lo}0-9_-]+$", id));
        Assert.DoesNotContain("assets", ids);
        Assert.DoesNotContain("data", ids);
        Assert.Contains(images, image => image.GetProperty("title").GetString() == "日本");
        Assert.Empty(new Crawl(site.Output).Problems);
    }

    [Fact]
    public void BytesDecideWhatAPictureIsAndWhatIsLeftOutIsListed()
    {
        using var site = new TempSite();
        using var folder = new TempFolder();
        foreach (var name in new[] { "a.jpg", "b.jfif", "c.jpe", "none", "odd.dat" }) folder.Write(name, Pictures.Jpeg(12, 12));
        folder.Write("w.bmp.webp", Pictures.Webp(12, 12));
        folder.Write("d.bmp", [.. "BM"u8, 70, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0]);
        folder.Write("e.gif", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0]);
        folder.Write("called.png", [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0]);
        folder.Write("f.tif", [.. "II*\0"u8, 8, 0, 0, 0]);
        folder.Write("g.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0]);
        folder.Write("h.avif", [0, 0, 0, 28, .. "ftypavif"u8, 0, 0, 0, 0]);
        folder.Write("notes.txt", "no picture");
        folder.Write("more/x.jpg", Pictures.Jpeg(12, 12));
        folder.Write("dog/1.jpg", Pictures.Jpeg(12, 12));
        var result = site.Built("--images", folder.Folder);
        Assert.Equal(["a", "b", "c", "none", "odd", "w-bmp", "dog-1"], Images(site).Select(image => image.GetProperty("id").GetString()));
        foreach (var name in new[] { "d.bmp", "called.png, e.gif", "f.tif", "g.heic", "h.avif",
            "the subfolder 'more' was left out (1 pictures)" }) Assert.Contains(name, result.Error);
        Assert.DoesNotContain("notes.txt", result.All);
        Assert.Contains("CS1304", site.Built("--images", folder.Folder).Error);
    }

    [Fact]
    public void FoldersOfClassesGiveTheTrueLabel()
    {
        using var site = new TempSite();
        using var folder = new TempFolder();
        folder.Write("cat/1.jpg", Pictures.Jpeg(12, 12));
        folder.Write("Dog/1.jpg", Pictures.Jpeg(12, 12));
        folder.Write("2/x.png", Pictures.Png(12, 12, 10, 100, 200));
        folder.Write("fish/1.png", Pictures.Png(12, 12, 20, 100, 200));
        site.Built("--images", folder.Folder);
        Assert.Equal(
            ["2-x bird", "dog-1 dog", "cat-1 cat", "fish-1 fish"], Images(site)
                .Select(image => $"{image.GetProperty("id").GetString()} {image.GetProperty("label").GetString()}"));
        Assert.Contains("verdict", site.Page("cat-1/index.html"));
        Assert.DoesNotContain("verdict", Html.Parse(site.Page("fish-1/index.html")).QuerySelector("h1")!.InnerHtml);
    }

    [Fact]
    public void AFolderOfFoldersOfClassesSaysWhichToName()
    {
        using var site = new TempSite();
        using var folder = new TempFolder();
        folder.Write("train/cat/1.jpg", Pictures.Jpeg(12, 12));
        site.Fails(1, ["CS1303", "the folders within train", "--images"], "--images", folder.Folder);
    }

    private static JsonElement[] Images(TempSite site) =>
        [.. JsonDocument.Parse(site.Page("site.json")).RootElement.GetProperty("images").EnumerateArray()];

    [Fact]
    public void AListChoosesOrdersAndDescribes()
    {
        using var site = new TempSite();
        site.Write("content/images/images.yaml",
            "images:\n  - {file: red.png, title: A red one, alt: Red all over, label: dog, credit: Me}\n");
        site.Built();
        var page = Html.Parse(site.Page("red/index.html"));
        Assert.StartsWith("A red one", page.QuerySelector("h1")!.TextContent);
        Assert.False(Directory.Exists(site.PathOf("output/blue")));
        Assert.Contains("Me", site.Page("credits/index.html"));
    }
}
