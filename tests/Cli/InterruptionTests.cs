using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>A build that doesn't end leaves the old site, or the new one; never half of either.</summary>
public sealed class InterruptionTests
{
    /// <summary>What a site is called while it trades places with the output.</summary>
    private const string Landing = ".output.convscope-landing-0123abcd";

    [Fact]
    public void ACancelledBuildLeavesTheOldSite()
    {
        using var site = new TempSite();
        site.Built();
        var before = Tree.Of(site.Output);
        site.Write("content/en/index.md", "# Other words\n");
        using var cancel = new CancellationTokenSource();

        // Cancels once pages are being written: the writer sees the first line of that stage.
        using var output = new Trigger("Drawing", cancel.Cancel);
        using var error = new StringWriter();
        var exit = Convscope.Cli.App.Run(["build", "--root", site.Folder, "--jobs", "1"], output, error, isRedirected: true, cancel.Token);
        Assert.Equal(130, exit);
        Assert.Contains("interrupted", error.ToString());
        Assert.Equal(before, Tree.Of(site.Output));
        Assert.Empty(Hidden.In(site.Folder));
    }

    [Fact]
    public void APartOfTheOldSiteMayBeDeletedMeanwhile()
    {
        using var site = new TempSite();
        site.Built();
        using var output = new Trigger("Drawing", () => Directory.Delete(site.PathOf("output/red"), recursive: true));
        using var error = new StringWriter();
        Assert.True(Convscope.Cli.App.Run(["build", "--root", site.Folder, "--no-cache"], output, error, isRedirected: true,
            CancellationToken.None) == 0, error.ToString());
        Assert.True(File.Exists(site.PathOf("output/red/index.html")));
        Assert.Empty(Hidden.In(site.Folder));
    }

    [Fact]
    public void ACancelledFirstBuildLeavesNothing()
    {
        using var site = new TempSite();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.Equal(130, site.Build(cancel.Token).Exit);
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public async Task AKilledProcessLeavesOneOfTheTwoWhole()
    {
        using var site = new TempSite("residual", metadata: null);
        site.Built("--output", site.PathOf("old"));
        site.Write("output/CNAME", "example.org");
        site.Built();
        var old = WithoutForeign(site);
        site.Write("content/en/index.md", "# Other words\n");
        site.Built("--output", site.PathOf("new"));
        var next = Tree.Of(site.PathOf("new"));

        var random = new Random(7);
        for (var turn = 0; turn < 6; turn++)
        {
            using var process = Shell.Start(AppContext.BaseDirectory, "build", "--root", site.Folder, "--no-cache");
            await Task.Delay(random.Next(150, 900));
            process.Kill();
            await process.WaitForExitAsync();
            var now = WithoutForeign(site);
            Assert.True(now.SequenceEqual(old) || now.SequenceEqual(next), $"half a site after turn {turn}: {now.Count} files");
        }

        site.Built();
        Assert.Equal(next, WithoutForeign(site));
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Empty(Hidden.In(site.Folder));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AKillBetweenTheTwoRenamesIsPutRight(bool swapped)
    {
        using var site = new TempSite();
        site.Write("output/CNAME", "example.org");
        site.Built();
        Directory.Move(site.Output, site.PathOf(Landing));
        if (swapped)
        {
            site.Built("--output", site.PathOf("new"));
            Directory.Move(site.PathOf("new"), site.Output);
        }

        site.Built();
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Empty(new Crawl(site.Output).Problems);
        Assert.Empty(Hidden.In(site.Folder));
    }

    [Fact]
    public void AKillBeforeTheExchangeLeavesTheOldSite()
    {
        using var site = new TempSite();
        site.Write("output/CNAME", "example.org");
        site.Built();
        site.Built("--no-cache", "--output", site.PathOf(Landing));
        site.Built();
        Assert.Equal("example.org", site.Page("CNAME"));
        Assert.Empty(Hidden.In(site.Folder));
    }

    private static SortedDictionary<string, string> WithoutForeign(TempSite site)
    {
        var tree = Tree.Of(site.Output);
        tree.Remove("CNAME");
        return tree;
    }

    /// <summary>A console that does something when it first reads a word.</summary>
    private sealed class Trigger(string word, Action act) : StringWriter
    {
        private bool _isDone;

        public override void WriteLine(string? value)
        {
            if (!_isDone && value?.StartsWith(word, StringComparison.Ordinal) == true)
            {
                _isDone = true;
                act();
            }

            base.WriteLine(value);
        }
    }
}
