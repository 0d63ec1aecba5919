using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>What a build keeps beside the output has names of its own: a user's files of like names are never touched.</summary>
public sealed class OwnNameTests
{
    [Fact]
    public void BackupsBesideTheOutputAreTheUsers()
    {
        using var site = new TempSite();
        string[] mine =
        [
            ".output-old/mine.txt", ".output-staging/mine.txt", ".output-build", ".output.convscope-new/mine.txt",
            ".output.convscope-landing-mine/mine.txt", "output-old/mine.txt",
            "site.zip.unfinished", ".site.zip.convscope-mine", "output/.convscope-new-mine/mine.txt", "output/.convscope-note",
        ];
        foreach (var path in mine) site.Write(path, "mine");
        site.Built("--zip", site.PathOf("site.zip"));
        site.Built("--no-cache", "--zip", site.PathOf("site.zip"));
        Assert.Equal(0, Shell.Run("check", "--root", site.Folder).Exit);
        Shell.Run("clean", "--root", site.Folder);
        Assert.All(mine, path => Assert.Equal("mine", site.Read(path)));
    }

    [Fact]
    public void WhatAKilledBuildLeftOfAZipGoes()
    {
        using var site = new TempSite();
        site.Write(".site.zip.convscope-0123abcd", "half a ZIP");
        site.Built("--zip", site.PathOf("site.zip"));
        Assert.Equal([".output.convscope-note", "site.zip"], Directory.EnumerateFiles(site.Folder).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }
}
