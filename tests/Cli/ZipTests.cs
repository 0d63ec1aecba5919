using System.IO.Compression;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary><c>build --zip</c>: the whole site in one file that opens once it is unpacked.</summary>
public sealed class ZipTests
{
    [Fact]
    public void ItHoldsTheSiteAndFollowsIt()
    {
        using var site = new TempSite();
        var zip = site.PathOf("hand-outs/small.zip");
        Assert.Contains("ZIP of the site", site.Built("--zip", zip).Output);
        ZipFile.ExtractToDirectory(zip, site.PathOf("unpacked"));
        var built = Tree.Of(site.Output);
        built.Remove(".convscope-manifest.json");
        Assert.Equal(built, Tree.Of(site.PathOf("unpacked")));
        Assert.Empty(new Crawl(site.PathOf("unpacked")).Problems);
        using (var opened = ZipFile.OpenRead(zip))
        {
            var names = opened.Entries.Select(entry => entry.FullName).ToArray();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
            Assert.All(opened.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
        }

        // The same site gives the same bytes, from another build in another folder too.
        var first = File.ReadAllBytes(zip);
        site.Built("--no-cache", "--output", site.PathOf("other"), "--zip", site.PathOf("other.zip"));
        Assert.Equal(first, File.ReadAllBytes(site.PathOf("other.zip")));

        // Nothing has changed: it stays. It is gone, or of an older site: it is written.
        var time = File.GetLastWriteTimeUtc(zip);
        Assert.Contains("Nothing has changed", site.Built("--zip", zip).Output);
        Assert.Equal(time, File.GetLastWriteTimeUtc(zip));
        File.Delete(zip);
        site.Built("--zip", zip);
        Assert.Equal(first, File.ReadAllBytes(zip));
        site.Write("content/en/index.md", "# Other words\n");
        site.Built();
        Assert.Equal(first, File.ReadAllBytes(zip));
        site.Built("--zip", zip);
        Assert.NotEqual(first, File.ReadAllBytes(zip));
        Assert.Equal(["small.zip"], Directory.EnumerateFiles(site.PathOf("hand-outs")).Select(file => Path.GetFileName(file)));
    }

    [Theory]
    [InlineData("output/site.zip", "built from or into")]
    [InlineData("content/static/site.zip", "built from or into")]
    [InlineData("models/net.onnx", "built from or into")]
    [InlineData("notes.txt", "didn't write")]
    [InlineData("foreign.zip", "didn't write")]
    [InlineData("templates", "built from or into")]
    [InlineData("folder", "a folder of that name")]
    public void WhatWouldBeLostStopsTheBuild(string path, string says)
    {
        using var site = new TempSite();
        site.Write("notes.txt", "mine");
        site.Write("folder/notes.txt", "mine");
        using (var foreign = ZipFile.Open(site.PathOf("foreign.zip"), ZipArchiveMode.Create)) foreign.CreateEntry("mine.txt");
        var before = Tree.Of(site.Folder);
        site.Fails(1, ["error CS1501", says], "--zip", site.PathOf(path));
        Assert.Equal(before, Tree.Of(site.Folder));
    }
}
