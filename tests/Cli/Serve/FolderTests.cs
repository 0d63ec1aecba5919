using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Serve;

/// <summary>What editors and people do to files and folders while the site is served.</summary>
public sealed class FolderTests
{
    private const string Text = "content/en/index.md";

    [Fact]
    public async Task AnEditIsBuiltAndBrowsersAreTold()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var before = await served.Version();
        served.Site.Write(Text, "# Other words\n");
        await served.UntilPage("index.html", "Other words");
        await served.Until(() => served.Version().Result > before);
        Assert.Contains("content/en/index.md has changed", served.Output);
    }

    [Fact]
    public async Task TheContentFolderMayGoAndComeBack()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        Directory.Move(served.Site.PathOf("content"), served.Site.PathOf("away"));
        await served.Until(() => served.Problems().Result.Length > 0);
        Assert.Equal(200, await served.StatusOf("/index.html"));
        Directory.Move(served.Site.PathOf("away"), served.Site.PathOf("content"));
        await served.Until(() => served.Problems().Result.Length == 0);
        served.Site.Write(Text, "# Back again\n");
        await served.UntilPage("index.html", "Back again");
    }

    [Fact]
    public async Task TheWholeSiteMayGoAndComeBack()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var (folder, away) = (served.Site.Folder, served.Site.Folder + "-away");
        Directory.Move(folder, away);
        await served.Until(() => served.Problems().Result.Length > 0);
        Directory.Move(away, folder);
        await served.Until(() => served.Problems().Result.Length == 0);
        served.Site.Write(Text, "# Back again\n");
        await served.UntilPage("index.html", "Back again");
    }

    [Fact]
    public async Task AnOutputThatIsDeletedIsMadeAgain()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var whole = Tree.Of(served.Site.Output);
        Directory.Delete(served.Site.Output, recursive: true);
        await served.UntilPage("index.html", "Hello, reader.");
        await served.Until(() => served.Version().Result == 2);
        Assert.Equal(whole, Tree.Of(served.Site.Output));
        Assert.Contains("the output is gone", served.Output);

        // Not made again, and again, where it can't be made.
        served.Site.Write("models/net.yaml", "labels: [cat\n");
        await served.Until(() => served.Problems().Result.Length > 0);
        Directory.Delete(served.Site.Output, recursive: true);
        await served.Until(() => served.Output.EndsWith("the output is gone", StringComparison.Ordinal));
        Assert.Equal(503, await served.StatusOf("/index.html"));
        served.Site.Write("models/net.yaml", "labels: [cat, dog, bird]\n");
        await served.UntilPage("index.html", "Hello, reader.");
        Assert.Equal(2, served.Output.Split("the output is gone").Length - 1);
    }

    [Fact]
    public async Task AnOutputThatIsNamedAnewIsServed()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        served.Site.Write(Text, "# Elsewhere\n");
        served.Site.Write("content/site.yaml", TempSite.Config + "output: other\n");
        await served.UntilPage("index.html", "Elsewhere");
        Assert.True(File.Exists(served.Site.PathOf("other/index.html")));
    }

    /// <summary>As editors save: a new file beside the old one takes its place.</summary>
    [Fact]
    public async Task FilesAndFoldersMayBeReplacedByRenaming()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var site = served.Site;
        site.Write("content/en/.index.md.tmp", "# Renamed over\n");
        File.Move(site.PathOf("content/en/.index.md.tmp"), site.PathOf(Text), overwrite: true);
        await served.UntilPage("index.html", "Renamed over");

        site.Write("new/en/index.md", "# A new content\n");
        site.Write("new/site.yaml", TempSite.Config);
        Directory.Move(site.PathOf("content/images"), site.PathOf("new/images"));
        Directory.Move(site.PathOf("content"), site.PathOf("old"));
        Directory.Move(site.PathOf("new"), site.PathOf("content"));
        await served.UntilPage("index.html", "A new content");

        site.Write("made/partials/footer.html", "<footer>Mine</footer>");
        Directory.Move(site.PathOf("made"), site.PathOf("templates"));
        await served.UntilPage("index.html", "<footer>Mine</footer>");

        site.Write("models/net.onnx.new", File.ReadAllBytes(Repository.Model("residual")));
        File.Delete(site.PathOf("models/net.yaml"));
        File.Move(site.PathOf("models/net.onnx.new"), site.PathOf("models/net.onnx"), overwrite: true);
        await served.UntilPage("network/index.html", "Addition");
        Assert.Empty(await served.Problems());
    }

    [Fact]
    public async Task HiddenFilesThatArePublishedAreWatched()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        served.Site.Write("content/static/.well-known/security.txt", "Contact: me\n");
        await served.UntilPage(".well-known/security.txt", "Contact: me");
    }

    /// <summary>A picture that the list names may lie anywhere, weights beside the model may have any name, the configuration another
    /// folder.</summary>
    [Fact]
    public async Task WhatIsReadFromElsewhereIsWatched()
    {
        var site = new TempSite();
        site.Write("more/green.png", Pictures.Png(16, 16, 10, 200, 60));
        site.Write("content/images/images.yaml", "images:\n  - {file: ../../more/green.png}\n");
        site.Write("settings/site.yaml", TempSite.Config);
        File.Delete(site.PathOf("content/site.yaml"));
        await using var served = await ServedSite.StartAsync(site, "--config", "settings/site.yaml");
        site.Write("more/green.png", Pictures.Png(16, 16, 200, 10, 60));
        await served.Until(() => served.Output.Contains("more/green.png has changed", StringComparison.Ordinal));
        site.Write("models/weights.bin", "weights");
        await served.Until(() => served.Output.Contains("models/weights.bin has changed", StringComparison.Ordinal));
        site.Write("content/zh/index.md", "# 首页\n");
        await served.UntilPage("zh/index.html", "首页");
    }

    /// <summary>Backups, swap files and locks are no part of the site, and no reason to build it.</summary>
    [Fact]
    public async Task WhatEditorsLeaveIsNoChange()
    {
        await using var served = await ServedSite.StartAsync(new TempSite());
        var site = served.Site;
        foreach (var folder in new[] { "content", "content/en", "content/images", "content/static", "models", "templates/css" })
        {
            foreach (var name in new[] { ".one.md.swp", ".one.md.swo", "one.md~", "#one.md#", ".DS_Store", "Thumbs.db", "~$one.docx",
                ".~lock.one.odt#", "red.png~", "99-mine.css~", "net.yaml~" })
                site.Write($"{folder}/{name}", "litter");
            if (!OperatingSystem.IsWindows()) File.CreateSymbolicLink(site.PathOf($"{folder}/.#one.md"), "me@host.123:456");
        }

        for (var edit = 1; edit <= 2; edit++)
        {
            site.Write(Text, $"# Edit {edit}\n");
            await served.UntilPage("index.html", $"Edit {edit}");
            await served.Until(() => served.Version().Result == edit + 1);
        }

        Assert.Equal(3, served.Builds);
        Assert.Empty(await served.Problems());
        Assert.DoesNotContain(Tree.Of(site.Output).Keys, name =>
            name.Contains('~', StringComparison.Ordinal) || name.Contains('#', StringComparison.Ordinal)
            || name.Contains(".sw", StringComparison.Ordinal) || name.Contains("humbs", StringComparison.Ordinal));
    }
}
