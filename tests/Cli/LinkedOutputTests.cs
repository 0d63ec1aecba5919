using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>An output that is a link, or lies behind one: the link stays, the site goes where it leads, and sources are told by what they
/// are.</summary>
public sealed class LinkedOutputTests
{
    /// <summary>Ways from the site's folder to its sources, none of which shows in the path.</summary>
    [Theory]
    [InlineData("lc", "content", "lc")]
    [InlineData("lc", "content", "lc/en/site")]
    [InlineData("lc", "content/images", "lc")]
    [InlineData("lc", ".", "lc/content")]
    [InlineData("lc", ".", "lc/content/images/site")]
    [InlineData("lc", "..", "lc")]
    [InlineData("deep/lc", "../content", "deep/lc/en")]
    [InlineData("output", "content", "output")]
    public void SourcesBehindALinkAreNeverBuiltOver(string link, string target, string output)
    {
        using var site = new TempSite();
        Directory.CreateDirectory(Path.GetDirectoryName(site.PathOf(link))!);
        Directory.CreateSymbolicLink(site.PathOf(link), target);
        var before = Tree.Of(site.PathOf("content"));
        var result = site.Build("--output", site.PathOf(output));
        Assert.Equal(1, result.Exit);
        Assert.Contains("CS1501", result.Error);
        Refusals.AreForPeople(result);
        Assert.Equal(before, Tree.Of(site.PathOf("content")));
        Assert.Equal(target, new FileInfo(site.PathOf(link)).LinkTarget);
    }

    [Fact]
    public void NeitherAreSourcesThatAreLinksThemselves()
    {
        using var site = new TempSite();
        Directory.Move(site.PathOf("content/images"), site.PathOf("pictures"));
        Directory.CreateSymbolicLink(site.PathOf("content/images"), "../pictures");
        Assert.Contains("CS1501", site.Build("--output", site.PathOf("pictures")).Error);
        Assert.Contains("CS1501", site.Build("--output", site.PathOf("pictures/site")).Error);
        Assert.True(File.Exists(site.PathOf("pictures/red.png")));
        site.Built();
    }

    [Fact]
    public void AnotherLanguageIsASourceToo()
    {
        using var site = new TempSite();
        site.Write("content/zh/index.md", "# 小\n");
        site.Fails(1, ["CS1501", "content/zh"], "--output", site.PathOf("content/zh"));
        Assert.Equal("# 小\n", site.Read("content/zh/index.md"));
    }

    [Theory]
    [InlineData("target", true)]
    [InlineData("target", false)]
    [InlineData("not/there/yet", false)]
    public void TheLinkStaysAndItsTargetGetsTheSite(string target, bool isForeign)
    {
        using var site = new TempSite();
        if (isForeign) site.Write("target/CNAME", "example.org");
        Directory.CreateSymbolicLink(site.Output, target);
        site.Built();
        site.Write("content/en/index.md", "# Other words\n");
        site.Built();
        Assert.Contains("Nothing has changed", site.Built().Output);
        Assert.Equal(target, new FileInfo(site.Output).LinkTarget);
        Assert.Contains("Other words", site.Read(target + "/index.html"));
        if (isForeign) Assert.Equal("example.org", site.Read("target/CNAME"));
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
        Assert.Contains("files deleted", Shell.Run("clean", "--root", site.Folder).Output);
        Assert.Equal(target, new FileInfo(site.Output).LinkTarget);
        Assert.Equal(isForeign ? ["CNAME"] : [], Tree.Of(site.PathOf(target)).Keys);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Folder, ".*"));
    }

    /// <summary>The one folder is in memory, the other on the disk, where there are two.</summary>
    [Fact]
    public void ALinkMayLeadToAnotherDevice()
    {
        using var site = new TempSite();
        var elsewhere = Directory.CreateTempSubdirectory("convscope-test-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(elsewhere, "CNAME"), "example.org");
            Directory.CreateSymbolicLink(site.Output, elsewhere);
            site.Built();
            site.Built("--no-cache");
            Assert.Equal(elsewhere, new FileInfo(site.Output).LinkTarget);
            Assert.True(File.Exists(Path.Combine(elsewhere, "red/index.html")));
            Assert.Equal("example.org", File.ReadAllText(Path.Combine(elsewhere, "CNAME")));
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [Fact]
    public void ALinkInACircleIsTold()
    {
        using var site = new TempSite();
        Directory.CreateSymbolicLink(site.Output, "round");
        Directory.CreateSymbolicLink(site.PathOf("round"), "output");
        var result = site.Build();
        Assert.Contains("CS1501", result.Error);
        Assert.Contains("circle", result.Error);
        Assert.Equal(1, result.Exit);
    }

    [Fact]
    public void AZipIsWrittenWhereItsLinkLeads()
    {
        using var site = new TempSite();
        using var elsewhere = new TempFolder();
        File.CreateSymbolicLink(site.PathOf("site.zip"), elsewhere.PathOf("site.zip"));
        site.Built("--zip", site.PathOf("site.zip"));
        Assert.Equal(elsewhere.PathOf("site.zip"), new FileInfo(site.PathOf("site.zip")).LinkTarget);
        Assert.NotEmpty(File.ReadAllBytes(elsewhere.PathOf("site.zip")));
        File.Delete(site.PathOf("site.zip"));
        Directory.CreateSymbolicLink(site.PathOf("here"), "content/en");
        site.Fails(1, ["CS1501", "built from or into"], "--zip", site.PathOf("here/site.zip"));
    }
}
