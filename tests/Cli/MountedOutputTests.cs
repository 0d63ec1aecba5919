using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>An output that is a mount point (a volume of a container) can't trade places with another folder: the site is put in place
/// file by file.</summary>
public sealed class MountedOutputTests
{
    private const string Landing = ".convscope-moving-0123abcd";

    [Fact]
    public void TheSiteIsPutInPlaceAndWhatIsForeignStays()
    {
        using var site = new MountedSite();
        site.Write("output/CNAME", "example.org");
        site.Write("output/maps/mine.txt", "mine");
        var first = site.Built();
        Assert.Equal(site.IsMounted, first.Output.Contains("'" + site.Shown + "' is a mount point", StringComparison.Ordinal));
        Assert.Contains("Nothing has changed", site.Built().Output);
        Changed(site);
        site.Built("--output", site.PathOf("whole"));
        site.Built();
        Assert.Equal(Tree.Of(site.PathOf("whole")), Ours(site));
        site.Built("--no-cache");
        Assert.Equal(Tree.Of(site.PathOf("whole")), Ours(site));
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Empty(Hidden.In(site.Output));
        Shell.Run("clean", "--root", site.Folder);
        Assert.Equal(["CNAME", "maps/mine.txt"], Tree.Of(site.Output).Keys);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("red")]
    public void NothingForeignIsOverwritten(string route)
    {
        using var site = new MountedSite();
        site.Write("output/" + route, "mine");
        site.Fails(1, ["CS1501", route]);
    }

    /// <summary>A build was killed once its site was whole: what it began is finished, whatever of it was done.</summary>
    [Theory]
    [InlineData("build", 0)]
    [InlineData("check", 0)]
    [InlineData("check", 7)]
    [InlineData("clean", 3)]
    [InlineData("mistaken", 3)]
    public void AKillWhileFilesArePutInPlaceIsFinished(string command, int every)
    {
        using var site = new MountedSite();
        site.Built();
        site.Write("output/CNAME", "example.org");
        Changed(site);
        site.Built("--output", site.PathOf("whole"));
        var next = Tree.Of(site.PathOf("whole"));
        if (site.IsMounted)
        {
            Superuser.Can("cp", "-r", site.PathOf("whole"), Path.Combine(site.Output, Landing));
            var routes = next.Keys.Where(route => route != ".convscope-manifest.json").ToArray();
            for (var i = 0; every > 0 && i < routes.Length; i += every)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(site.Output, routes[i]))!);
                File.Move(Path.Combine(site.Output, Landing, routes[i]), Path.Combine(site.Output, routes[i]), overwrite: true);
            }
        }

        if (command == "mistaken") site.Write("models/net.yaml", "labels: [\n");
        var result = Shell.Run(command == "mistaken" ? "build" : command, "--root", site.Folder);
        if (command == "clean") Assert.Empty(Ours(site));
        else if (site.IsMounted || command == "build") Assert.Equal(next, Ours(site));
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Empty(Hidden.In(site.Output));
    }

    [Fact]
    public void AKillBeforeThatLeavesTheOldSite()
    {
        using var site = new MountedSite();
        site.Built();
        var before = Ours(site);
        site.Write("output/.convscope-new-0123abcd/index.html", "half a site");
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
        Assert.Equal(before, Ours(site));
    }

    [Fact]
    public void AFullDiskIsToldAndTheOldSiteStands()
    {
        using var site = new MountedSite(size: "1m");
        var before = Tree.Of(site.Output);
        var result = site.Build();
        if (!site.IsMounted) return;
        Assert.Equal(1, result.Exit);
        Assert.Contains("error CS1502: can't write the site: the disk is full; the old site is untouched", result.Error);
        Assert.Equal(before, Tree.Of(site.Output));
    }

    /// <summary>In an image of a container the output may be in a layer below, out of which no folder can be moved.</summary>
    [Fact]
    public void AnOutputInALowerLayer()
    {
        using var site = new TempSite();
        using var upper = new TempFolder();
        site.Write("output/CNAME", "example.org");
        site.Write("output/.git/HEAD", "ref: refs/heads/main");
        site.Built();
        foreach (var folder in new[] { "upper", "work" }) Directory.CreateDirectory(upper.PathOf(folder));
        var isLayered = Superuser.Can("mount", "-t", "overlay", "overlay", "-o",
            $"redirect_dir=off,lowerdir={site.Folder},upperdir={upper.PathOf("upper")},workdir={upper.PathOf("work")}", site.Folder);
        try
        {
            Changed(site);
            var result = site.Built();
            Assert.Equal(isLayered, result.Output.Contains("file by file", StringComparison.Ordinal));
            site.Built("--output", site.PathOf("whole"));
            Assert.Equal("ref: refs/heads/main", site.Page(".git/HEAD"));
            File.Delete(site.PathOf("output/.git/HEAD"));
            Assert.Equal(Tree.Of(site.PathOf("whole")), Ours(site));
            Assert.Equal("example.org", site.Page("CNAME"));
            Assert.Empty(Hidden.In(site.Folder));
        }
        finally
        {
            if (isLayered) Superuser.Can("umount", site.Folder);
        }
    }

    /// <summary>What can't be written into is found before the first file is put in place.</summary>
    [Fact]
    public void AFolderOfAnotherUserWhereTheSiteHasOne()
    {
        using var site = new MountedSite();
        var isOther = Superuser.GiveToNobody(site.Folder);
        site.Write("output/maps/mine.txt", "mine");
        if ((isOther ? Superuser.AsNobody("build", "--root", site.Folder) : null) is { } result)
        {
            Assert.Equal(1, result.Exit);
            Assert.Contains("/output/maps: error CS1508: it belongs to root", result.Error);
            Assert.Equal(["maps/mine.txt"], Tree.Of(site.Output).Keys);
        }

        site.Built();
        Assert.Equal("mine", site.Page("maps/mine.txt"));
    }

    /// <summary>Chapters come and go, and so does a picture.</summary>
    private static void Changed(TempSite site)
    {
        site.Write("content/en/index.md", "# Other words\n");
        site.Write("content/en/new.md", "# A chapter\n");
        File.Delete(site.PathOf("content/images/blue.png"));
    }

    private static SortedDictionary<string, string> Ours(TempSite site)
    {
        var tree = Tree.Of(site.Output);
        foreach (var foreign in new[] { "CNAME", "maps/mine.txt", ".convscope-note" }) tree.Remove(foreign);
        return tree;
    }
}
