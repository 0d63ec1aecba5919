using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>What a build moved when it was killed is in its place after the next command that looks, whichever that is.</summary>
public sealed class RecoveryTests
{
    private const string Landing = ".output.convscope-landing-0123abcd";

    /// <summary>The moments of a kill: while foreign files move into the new site, after the exchange, and between two renames.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var command in new[] { "build", "mistaken", "serve", "check", "clean" })
            {
                foreach (var moment in new[] { "moving", "exchanged", "between" }) all.Add(command, moment);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task ForeignFilesReturn(string command, string moment)
    {
        var site = new TempSite();
        site.Built();
        site.Write("output/CNAME", "example.org");
        site.Write("output/.git/HEAD", "ref: refs/heads/main");
        site.Write("output/red/mine.txt", "mine");
        Directory.CreateDirectory(site.PathOf("output/.git/refs/tags"));
        Kill(site, moment);
        if (command == "mistaken") site.Write("models/net.yaml", "labels: [\n");
        if (command == "serve")
        {
            await using var served = await ServedSite.StartAsync(site);
            AllIsInPlace(site);
            return;
        }

        using (site)
        {
            var result = Shell.Run(command == "mistaken" ? "build" : command, "--root", site.Folder);
            Assert.Equal(command == "mistaken" ? 1 : 0, result.Exit);
            AllIsInPlace(site);
            if (command != "clean") Assert.Empty(new Crawl(site.Output).Problems);
        }
    }

    [Fact]
    public void ABuildAtWorkIsLeftAlone()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("output/CNAME", "example.org");
        Kill(site, "exchanged");
        using (var held = new FileStream(site.PathOf(".output.convscope-note"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Shell.Run("check", "--root", site.Folder);
            Assert.True(File.Exists(site.PathOf(Landing + "/CNAME")));
        }

        Shell.Run("check", "--root", site.Folder);
        Assert.Equal("example.org", site.Page("CNAME"));
    }

    /// <summary>Both the user and the killed build have a file of one name: neither is lost.</summary>
    [Fact]
    public void AFileThatCameMeanwhileKeepsItsName()
    {
        using var site = new TempSite();
        site.Built();
        site.Write("output/CNAME", "old.example.org");
        Kill(site, "exchanged");
        site.Write("output/CNAME", "new.example.org");
        site.Built();
        Assert.Equal("new.example.org", site.Page("CNAME"));
        Assert.Equal("old.example.org", site.Page("CNAME.kept-1"));
    }

    /// <summary>A build was killed while it put files in place one by one, and one of them has no place any more: a folder of the user's
    /// stands there. What is said of the site is true, and once the folder is away the next command puts the rest.</summary>
    [Fact]
    public void APartOfTheNewSiteIsInPlaceAndSaidToBe()
    {
        using var site = new TempSite();
        site.Built("--output", site.PathOf("old"));
        site.Write("content/en/index.md", "# Other words\n");
        site.Built("--no-cache", "--output", site.PathOf(".output.convscope-moving-0123abcd"));
        Directory.Move(site.PathOf("old"), site.Output);
        File.Delete(site.PathOf("output/red/index.html"));
        site.Write("output/red/index.html/mine.txt", "mine");
        var result = site.Build();
        Assert.Equal(1, result.Exit);
        Assert.Contains("error CS1502: can't write the site: ", result.Error);
        Assert.Contains("a part of the new site is in place, and the next build, serve, check or clean puts the rest", result.Error);
        Refusals.AreForPeople(result);
        Assert.Contains("Other words", site.Page("index.html"));
        Assert.Equal("mine", site.Page("red/index.html/mine.txt"));
        Directory.Delete(site.PathOf("output/red/index.html"), recursive: true);
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
        Assert.Empty(new Crawl(site.Output).Problems);
        Assert.Empty(Hidden.In(site.Folder));
    }

    private static void Kill(TempSite site, string moment)
    {
        switch (moment)
        {
            case "moving":
                site.Built("--no-cache", "--output", site.PathOf(Landing));
                Directory.Move(site.PathOf("output/.git"), site.PathOf(Landing + "/.git"));
                File.Move(site.PathOf("output/CNAME"), site.PathOf(Landing + "/CNAME"));
                break;
            case "exchanged":
                Directory.Move(site.Output, site.PathOf(Landing));
                site.Built("--no-cache", "--output", site.PathOf("new"));
                Directory.Move(site.PathOf("new"), site.Output);
                break;
            default:
                site.Built("--no-cache", "--output", site.PathOf("new"));
                foreach (var entry in new[] { "CNAME", "red/mine.txt" })
                    File.Move(site.PathOf("output/" + entry), site.PathOf("new/" + entry));
                Directory.Move(site.PathOf("output/.git"), site.PathOf("new/.git"));
                Directory.Move(site.Output, site.PathOf(Landing.Replace("0123", "4567", StringComparison.Ordinal)));
                Directory.Move(site.PathOf("new"), site.PathOf(Landing));
                break;
        }

        foreach (var note in Directory.EnumerateFiles(site.Folder, ".*-note")
            .Where(note => !note.EndsWith(".output.convscope-note", StringComparison.Ordinal))) File.Delete(note);
    }

    private static void AllIsInPlace(TempSite site)
    {
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Equal("ref: refs/heads/main", site.Page(".git/HEAD"));
        Assert.Equal("mine", site.Page("red/mine.txt"));
        Assert.True(Directory.Exists(site.PathOf("output/.git/refs/tags")), "an empty folder of the user's");
        Assert.Empty(Hidden.In(site.Folder));
    }
}
