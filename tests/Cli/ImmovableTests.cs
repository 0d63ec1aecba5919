using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>
/// What in the output can't be moved or taken away is told with its path before anything is exchanged; the old site stands, and once it
/// is out of the way the next build lands. Where the right to make such a thing is missing, the build just has to succeed.
/// </summary>
public sealed class ImmovableTests
{
    [Theory]
    [InlineData("CNAME", "+i")]
    [InlineData("notes/", "+i")]
    [InlineData("red/mine.txt", "+a")]
    [InlineData("index.html", "+i")]
    [InlineData("maps/red/", "+i")]
    public void AFixedFile(string route, string mark)
    {
        using var site = Foreign();
        var path = site.PathOf("output/" + route.TrimEnd('/'));
        Stands(site, Superuser.Can("chattr", mark, path), route.TrimEnd('/'), "chattr", () => Superuser.Can("chattr", "-i", "-a", path));
    }

    [Theory]
    [InlineData("disk/")]
    [InlineData("maps/red/")]
    [InlineData("CNAME")]
    public void SomethingMounted(string route)
    {
        using var site = Foreign();
        var path = site.PathOf("output/" + route.TrimEnd('/'));
        if (route.EndsWith('/')) Directory.CreateDirectory(path);
        var isMounted = route.EndsWith('/') ? Superuser.Can("mount", "-t", "tmpfs", "none", path) : Superuser.Can("mount", "--bind",
            site.PathOf("content/site.yaml"), path);
        Stands(site, isMounted, route.TrimEnd('/'), "mounted", () => Superuser.Can("umount", path));
    }

    [Fact]
    public void ANameThatIsNotUtf8()
    {
        using var site = Foreign();
        site.Write("content/en/index.md", "# Other words\n");
        Bash($"echo mine > '{site.Output}'/caf$'\\xe9'.txt");
        var result = site.Build();
        Bash($"mv '{site.Output}'/caf$'\\xe9'.txt '{site.Output}'/cafe.txt");
        Assert.Equal(1, result.Exit);
        Assert.Contains("/output/caf\ufffd.txt: error CS1508: its name isn't UTF-8", result.Error);
        Assert.Equal("mine\n", site.Page("cafe.txt"));
        Stands(site, false, "", "", () => { });
    }

    [Fact]
    public void ANameThatIsNotUtf8WithinAFolderOfTheUserIsNoObstacle()
    {
        using var site = Foreign();
        Bash($"echo mine > '{site.Output}'/notes/caf$'\\xe9'.txt");
        site.Built("--no-cache");
        Bash($"mv '{site.Output}'/notes/caf$'\\xe9'.txt '{site.Output}'/notes/cafe.txt");
        Assert.Equal("mine\n", site.Page("notes/cafe.txt"));
    }

    /// <summary>The site was built with <c>sudo</c>, and then without.</summary>
    [Fact]
    public void ASiteOfAnotherUser()
    {
        using var site = Foreign();
        var before = Tree.Of(site.Output);
        site.Write("content/en/index.md", "# Other words\n");
        var isOther = Superuser.GiveToNobody(site.PathOf("content")) && Superuser.GiveToNobody(site.PathOf("models"))
            && Superuser.Can("chown", "65534", site.Folder);
        if ((isOther ? Superuser.AsNobody("build", "--root", site.Folder) : null) is { } result)
        {
            Assert.Equal(1, result.Exit);
            Assert.Contains("error CS1508: it belongs to root, perhaps since a build ran with sudo", result.Error);
            Assert.Contains("/output: error CS1508", result.Error);
            Assert.Contains("convscope-note: error CS1508", result.Error);
            Assert.Contains("the old site is untouched", result.Error);
            Refusals.AreForPeople(result);
            Assert.Equal(before, Tree.Of(site.Output));
            Assert.Equal(1, Superuser.AsNobody("clean", "--root", site.Folder)!.Exit);
            Assert.Equal(before, Tree.Of(site.Output));
            Assert.True(Superuser.GiveToNobody(site.Folder));
            Assert.Equal(0, Superuser.AsNobody("build", "--root", site.Folder)!.Exit);
        }
        else
        {
            site.Built();
        }

        Assert.Contains("Other words", site.Page("index.html"));
        IsInItsPlace(site);
    }

    /// <summary>A file of another user in one's own folder can be moved; a folder of another user can't.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThingsOfAnotherUser(bool isFolder)
    {
        using var site = Foreign();
        site.Write("content/en/index.md", "# Other words\n");
        Assert.True(Superuser.GiveToNobody(site.Folder) || !OperatingSystem.IsLinux() || Environment.UserName != "root");
        if (isFolder) site.Write("output/theirs/a.txt", "theirs");
        else site.Write("output/theirs.txt", "theirs");
        if (Superuser.AsNobody("build", "--root", site.Folder) is { } result)
        {
            Assert.Equal(isFolder ? 1 : 0, result.Exit);
            if (isFolder) Assert.Contains("/output/theirs: error CS1508: it belongs to root", result.Error);
            else Assert.Contains("Other words", site.Page("index.html"));
        }

        site.Built();
        Assert.Equal("theirs", site.Page(isFolder ? "theirs/a.txt" : "theirs.txt"));
        IsInItsPlace(site);
    }

    [Fact]
    public void CleaningTellsItTooAndDeletesNothing()
    {
        using var site = Foreign();
        var before = Tree.Of(site.Output);
        var path = site.PathOf("output/maps/red");
        var isFixed = Superuser.Can("chattr", "+i", path);
        try
        {
            var result = Shell.Run("clean", "--root", site.Folder);
            Assert.Equal(isFixed ? 1 : 0, result.Exit);
            if (!isFixed) return;
            Assert.Contains("output/maps/red: error CS1508", result.Error);
            Assert.Contains("nothing was deleted", result.Error);
            Refusals.AreForPeople(result);
            Assert.Equal(before, Tree.Of(site.Output));
        }
        finally
        {
            Superuser.Can("chattr", "-i", path);
        }
    }

    /// <summary>The framework can neither make such names, nor read them, nor delete them.</summary>
    private static void Bash(string command) => Assert.True(Superuser.Can("bash", "-c", command), command);

    private static TempSite Foreign()
    {
        var site = new TempSite();
        site.Built();
        site.Write("output/CNAME", "example.org");
        site.Write("output/notes/a.txt", "mine");
        site.Write("output/red/mine.txt", "mine");
        return site;
    }

    private static void Stands(TempSite site, bool isImmovable, string route, string says, Action release)
    {
        site.Write("content/en/index.md", "# Other words\n");
        try
        {
            if (isImmovable)
            {
                site.Fails(1, [$"output/{route}", "error CS1508", says, "--output", "the old site is untouched"]);
                site.Fails(1, ["error CS1508"], "--no-cache");
                Assert.DoesNotContain("Other words", site.Page("index.html"));
            }
        }
        finally
        {
            release();
        }

        site.Built();
        Assert.Contains("Other words", site.Page("index.html"));
        IsInItsPlace(site);
    }

    private static void IsInItsPlace(TempSite site)
    {
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Equal("mine", site.Page("notes/a.txt"));
        Assert.Equal("mine", site.Page("red/mine.txt"));
        Assert.Empty(Hidden.In(site.Folder));
    }
}
