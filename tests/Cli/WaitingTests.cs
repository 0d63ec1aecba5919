using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>While another build has the output, a build waits, and says so at once.</summary>
public sealed class WaitingTests
{
    [Theory]
    [InlineData("build", "another build is writing '")]
    [InlineData("clean", "another build is writing '")]
    [InlineData("build --log-format json", "\"type\":\"note\"")]
    public async Task ItIsSaidAtOnce(string command, string says)
    {
        using var site = new TempSite();
        site.Built();
        site.Write("content/en/index.md", "# Other words\n");
        using var seen = new Lines();
        Task<int> run;
        using (new FileStream(site.PathOf(".output.convscope-note"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            run = Task.Run(() => Convscope.Cli.App.Run([.. command.Split(' '), "--root", site.Folder], seen, seen, isRedirected: true,
                CancellationToken.None));
            await seen.Until(says);
            Assert.False(run.IsCompleted);
            Assert.DoesNotContain("Other words", site.Page("index.html"));
        }

        Assert.Equal(0, await run);
    }

    [Fact]
    public async Task AndItCanBeInterrupted()
    {
        using var site = new TempSite();
        site.Built();
        var before = Tree.Of(site.Output);
        using var cancel = new CancellationTokenSource();
        using var seen = new Lines();
        using var held = new FileStream(site.PathOf(".output.convscope-note"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var run = Task.Run(() => Convscope.Cli.App.Run(["build", "--root", site.Folder], seen, seen, isRedirected: true, cancel.Token));
        await seen.Until("waiting for it");
        await cancel.CancelAsync();
        Assert.Equal(130, await run);
        Assert.Contains("interrupted; the old site is untouched", seen.Text);
        Assert.Equal(before, Tree.Of(site.Output));
    }

    /// <summary>The site has landed when its ZIP is interrupted: nobody is told that the old one stands.</summary>
    [Fact]
    public async Task AfterTheSiteHasLandedNobodySaysThatTheOldOneStands()
    {
        using var site = new TempSite("residual", metadata: null);
        for (var turn = 0; ; turn++)
        {
            site.Write("content/en/index.md", $"# Turn {turn}\n");
            using var cancel = new CancellationTokenSource();
            var run = Task.Run(() => site.Build(cancel.Token, "--no-cache", "--zip", site.PathOf("site.zip")));
            while (!run.IsCompleted && !Directory.EnumerateFiles(site.Folder, ".site.zip.*").Any()) Thread.SpinWait(100);
            await cancel.CancelAsync();
            var result = await run;

            // It may have come too late.
            if (result.Exit == 0 && turn < 20) continue;
            Assert.Equal(130, result.Exit);
            Assert.Contains("interrupted; the new site stands", result.Error);
            Assert.Contains($"Turn {turn}", site.Page("index.html"));
            Assert.Empty(Directory.EnumerateFiles(site.Folder, ".site.zip.*"));
            return;
        }
    }
}
