using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>What is not ours in the output folder stays; what would be lost stops the build.</summary>
public sealed class OutputTests
{
    [Fact]
    public void FilesOfTheUserSurviveEveryBuild()
    {
        using var site = new TempSite();
        site.Write("output/CNAME", "example.org");
        site.Write("output/.gitignore", "*");
        site.Write("output/maps/mine.txt", "in a folder that builds use");
        site.Write("output/.git/HEAD", "ref: refs/heads/main");
        Directory.CreateDirectory(site.PathOf("output/.git/refs/tags"));
        site.Built();
        site.Built("--no-cache");
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Equal("*", site.Page(".gitignore"));
        Assert.Equal("in a folder that builds use", site.Page("maps/mine.txt"));
        Assert.Equal("ref: refs/heads/main", site.Page(".git/HEAD"));
        Assert.True(Directory.Exists(site.PathOf("output/.git/refs/tags")), "an empty folder of the user's");
        Assert.DoesNotContain("CNAME", site.Page(".convscope-manifest.json"));
        Assert.Empty(Hidden.In(site.Folder));
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("red/index.html")]
    [InlineData("site.json")]
    public void AFileOfTheUserIsNeverOverwritten(string route)
    {
        using var site = new TempSite();
        site.Write("output/" + route, "mine");
        site.Fails(1, ["CS1501", route]);
        Assert.Equal("mine", site.Page(route));
    }

    [Theory]
    [InlineData("red")]
    [InlineData("index.html/mine.txt")]
    public void NorMayAFileStandWhereAFolderGoes(string route)
    {
        using var site = new TempSite();
        site.Write("output/" + route, "mine");
        site.Fails(1, ["CS1501"]);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("content")]
    [InlineData("content/images")]
    [InlineData("content/images/site")]
    [InlineData("content/en")]
    [InlineData("content/en/site")]
    [InlineData("templates/site")]
    [InlineData("models")]
    [InlineData("..")]
    [InlineData("/")]
    public void SourcesAreNeverBuiltOver(string output)
    {
        using var site = new TempSite();
        site.Write("templates/css/mine.css", "h1 { margin: 0 }");
        var before = Tree.Of(site.Folder);
        var result = site.Build("--output", Path.GetFullPath(site.PathOf(output)));
        Assert.Equal(1, result.Exit);
        Assert.Contains("CS1501", result.Error);
        Refusals.AreForPeople(result);
        Assert.Equal(before, Tree.Of(site.Folder));
    }

    [Fact]
    public void PicturesOutsideTheRootAreSourcesToo()
    {
        using var site = new TempSite();
        using var pictures = new TempFolder();
        pictures.Write("a.png", Pictures.Png(8, 8, 1, 2, 3));
        Assert.Contains("CS1501", site.Build("--images", pictures.Folder, "--output", pictures.PathOf("site")).Error);
        Assert.Contains("CS1501", site.Build("--images", pictures.Folder, "--output", pictures.Folder).Error);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("build/deep/site")]
    public void AnyOtherFolderOfTheRootWillDo(string output)
    {
        using var site = new TempSite();
        site.Built("--output", site.PathOf(output));
        Assert.True(File.Exists(site.PathOf(output + "/index.html")));
    }

    [Fact]
    public void AFileIsNoFolder()
    {
        using var site = new TempSite();
        site.Write("file", "mine");
        site.Fails(1, ["CS1501", "is a file"], "--output", site.PathOf("file"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"Fingerprint\":null,\"Files\":null}")]
    [InlineData("[]")]
    [InlineData("{\"Fingerprint\":\"0\",\"Files\":[]}")]
    [InlineData("{\"Fingerprint\":\"0\",\"Files\":{\"index.html\":\"1\"}}")]
    [InlineData("not json")]
    public void ABrokenManifestOwnsNothing(string manifest)
    {
        using var site = new TempSite();
        site.Built();
        site.Write("output/.convscope-manifest.json", manifest);
        site.Fails(1, ["CS1501"]);
    }

    [Fact]
    public void AManifestWithoutFingerprintOwnsNothing()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("output/.convscope-manifest.json", site.Page(".convscope-manifest.json")
            .Replace("\"Fingerprint\"", "\"Other\"", StringComparison.Ordinal));
        site.Fails(1, ["CS1501"]);
    }

    [Fact]
    public void AFolderOfTheUserInPlaceOfOurFileIsNeverLost()
    {
        using var site = new TempSite();
        site.Built();
        File.Delete(site.PathOf("output/red/index.html"));
        site.Write("output/red/index.html/mine.txt", "mine");
        site.Fails(1, ["CS1501", "red/index.html"]);
        Assert.Equal("mine", site.Page("red/index.html/mine.txt"));
    }

    [Fact]
    public void ALinkInPlaceOfOurFolderIsNeitherFollowedNorLost()
    {
        using var site = new TempSite();
        site.Built();
        Directory.Move(site.PathOf("output/red"), site.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(site.PathOf("output/red"), site.PathOf("elsewhere"));
        site.Write("content/en/index.md", "# Changed\n");
        site.Fails(1, ["CS1501", "output/red"]);
        Assert.True(File.Exists(site.PathOf("elsewhere/index.html")));
    }

    [Fact]
    public void AFileOfTheUserStaysWhereOurFolderGoes()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("output/blue/conv/mine.txt", "mine");
        File.Delete(site.PathOf("content/images/blue.png"));
        site.Built();
        Assert.Equal("output/blue/conv/mine.txt",
            Path.GetRelativePath(site.Folder,
            Assert.Single(Directory.GetFiles(site.PathOf("output/blue"), "*", SearchOption.AllDirectories))));
    }

    [Fact]
    public void AManifestCantMakeABuildDeleteAnythingElsewhere()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("mine.txt", "mine");
        site.Write("output/.convscope-manifest.json", site.Page(".convscope-manifest.json")
            .Replace("\"Files\":{", "\"Files\":{\"../mine.txt\":4,\"red/../../mine.txt\":4,"));
        site.Built();
        Assert.Equal("mine", site.Read("mine.txt"));
        Assert.True(File.Exists(site.PathOf("output/red/index.html")));
    }
}
