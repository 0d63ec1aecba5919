using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Build, edit, rebuild.</summary>
public sealed class RebuildTests
{
    [Fact]
    public void TheSameSourcesGiveTheSameBytes()
    {
        using var site = new TempSite("residual", metadata: null);
        site.Built("--no-cache", "--jobs", "1", "--output", site.PathOf("one"));
        site.Built("--no-cache", "--output", site.PathOf("two"));
        var tree = Tree.Of(site.PathOf("one"));
        Assert.True(tree.Count > 100);
        Assert.Equal(tree, Tree.Of(site.PathOf("two")));
    }

    /// <summary>The folder's name, its full path, a way around, a link to it, and the folder itself as the working folder: one
    /// site.</summary>
    [Fact]
    public async Task HowTheFolderIsNamedChangesNothing()
    {
        using var site = new TempSite();
        site.Write("content/en/one.md", "# One\n\nA chapter.\n");
        site.Write("content/en/docs/index.md", "# Docs\n\nA section.\n");
        site.Write("content/zh/one.md", "# 一\n\n一章。\n");
        site.Write("templates/css/99-mine.css", "h1 { letter-spacing: 0.01em }");
        site.Write("content/static/CNAME", "example.org");
        site.Built("--zip", site.PathOf("first.zip"));
        var (first, before) = (File.ReadAllBytes(site.PathOf("first.zip")), Tree.Of(site.Output));
        Directory.CreateSymbolicLink(site.Folder + "-link", site.Folder);
        try
        {
            (string Cwd, string Root)[] ways =
            [
                (Path.GetDirectoryName(site.Folder)!, Path.GetFileName(site.Folder)), (site.Folder, "."), (site.PathOf("content"), ".."),
                (site.PathOf("models"), site.PathOf("content/..")), (site.Folder, site.Folder + "-link"),
            ];
            foreach (var (cwd, root) in ways)
            {
                var again = await Shell.RunIn(cwd, "build", "--root", root);
                Assert.Contains("Nothing has changed", again.All);
            }

            // A link stands elsewhere, and so does a copy.
            await Shell.RunIn(Path.GetDirectoryName(site.Folder)!, "build", "--root", Path.GetFileName(site.Folder)
                + "-link", "--no-cache", "--zip", site.PathOf("second.zip"));
            Assert.Equal(first, File.ReadAllBytes(site.PathOf("second.zip")));
            Assert.Equal(before, Tree.Of(site.Output));
        }
        finally
        {
            Directory.Delete(site.Folder + "-link");
        }

        // An edit keeps what it can of a build that named the folder otherwise.
        site.Write("content/en/one.md", "# One\n\nAnother text.\n");
        var edited = await Shell.RunIn(site.Folder, "build");
        Assert.Equal(0, edited.Exit);
        site.Built("--no-cache", "--output", site.PathOf("whole"));
        Assert.Equal(Tree.Of(site.PathOf("whole")), Tree.Of(site.Output));
    }

    [Fact]
    public void WithoutAChangeNothingIsTouched()
    {
        using var site = new TempSite();
        site.Built();
        var times = Tree.Times(site.Folder);
        var result = site.Built();
        Assert.Contains("Nothing has changed", result.Output);
        Assert.Equal(times, Tree.Times(site.Folder));
    }

    [Fact]
    public void NoCacheBuildsAllTheSame()
    {
        using var site = new TempSite();
        site.Built();
        Assert.DoesNotContain("Nothing has changed", site.Built("--no-cache").Output);
    }

    [Fact]
    public void ALostFileIsMadeAgain()
    {
        using var site = new TempSite();
        site.Built();
        File.Delete(site.PathOf("output/red/conv/1/index.html"));
        site.Built();
        Assert.True(File.Exists(site.PathOf("output/red/conv/1/index.html")));
    }

    [Fact]
    public void AnEditedTextShows()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("content/en/index.md", "# A small site\n\nChanged *words*.\n");
        site.Built();
        Assert.Contains("Changed <em>words</em>", site.Page("index.html"));

        // What was kept of the last build is what a whole build makes.
        site.Built("--output", site.PathOf("whole"));
        Assert.Equal(Tree.Of(site.PathOf("whole")), Tree.Of(site.Output));
    }

    [Fact]
    public void ATemplateOfTheSiteShadowsTheBuiltInOneFileByFile()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("templates/partials/footer.html", "<footer id=\"mine\">{{ site.title }} by me</footer>");
        site.Built();
        Assert.Contains("<footer id=\"mine\">Small by me</footer>", site.Page("red/relu/0/index.html"));
        Assert.Contains("site-header", site.Page("red/relu/0/index.html"));
        File.Delete(site.PathOf("templates/partials/footer.html"));
        site.Built();
        Assert.DoesNotContain("by me", site.Page("red/relu/0/index.html"));
    }

    [Fact]
    public void AStyleOfTheSiteGetsANewAddress()
    {
        using var site = new TempSite();
        site.Built();
        string Style() => Html.Parse(site.Page("index.html")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var before = Style();
        site.Write("templates/css/99-mine.css", "h1 { letter-spacing: 0.01em }");
        site.Built();
        Assert.NotEqual(before, Style());
        Assert.Contains("letter-spacing: 0.01em", site.Page(Style()));
    }

    [Fact]
    public void AnEditedLabelShows()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("models/net.yaml", "labels: [cat, dog, seagull]\n");
        site.Built();
        Assert.Contains("seagull", site.Page("red/softmax/2/index.html"));
        Assert.DoesNotContain("bird", site.Page("red/softmax/2/index.html"));
    }

    [Fact]
    public void AnEditedPictureGivesNewMapsAndTheOldAreGone()
    {
        using var site = new TempSite();
        site.Built();
        string[] Maps() => Directory.GetFiles(site.PathOf("output/maps/red/conv"));
        var before = Maps();
        site.Write("content/images/red.png", Pictures.Png(20, 16, 10, 240, 30));
        site.Built();
        Assert.Equal(before.Length, Maps().Length);
        Assert.Empty(Maps().Intersect(before));
    }

    [Fact]
    public void APictureThatIsGoneTakesItsPagesAlong()
    {
        using var site = new TempSite();
        site.Built();
        File.Delete(site.PathOf("content/images/blue.png"));
        site.Built();
        Assert.False(Directory.Exists(site.PathOf("output/blue")));
        Assert.False(Directory.Exists(site.PathOf("output/maps/blue")));
        Assert.Empty(new Crawl(site.Output).Problems);
    }
}
