using System.Diagnostics;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>A rebuild makes the new site of the one before the last: what is the same stays the same file, what differs is written, and
/// nothing else is in it.</summary>
public sealed class SpareTests : IDisposable
{
    private const string Spare = ".output.convscope-spare";
    private readonly TempSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void WhatIsTheSameStaysTheSameFile()
    {
        if (!OperatingSystem.IsLinux()) return;
        _site.Built();
        var before = Inodes();
        for (var edit = 0; edit < 4; edit++)
        {
            var old = Tree.Of(_site.Output);
            if (edit % 2 == 0) _site.Write("content/en/index.md", $"# Edit {edit}\n");
            else _site.Write("templates/css/99-mine.css", $"h1 {{ color: #00{edit} }}\n");
            _site.Built();
            var (now, inodes) = (Tree.Of(_site.Output), Inodes());
            Assert.All(now.Where(file => old.TryGetValue(file.Key, out var hash) && hash == file.Value
                && file.Key != ".convscope-manifest.json"), file => Assert.Equal(before[file.Key], inodes[file.Key]));
            Assert.NotEqual(old, now);
            before = inodes;
            IsAsACleanBuild($"edit {edit}");
        }

        Assert.True(Directory.Exists(_site.PathOf(Spare)));
        Assert.Equal("*\n", _site.Read(Spare + "/.gitignore"));
    }

    /// <summary>A page becomes a folder of pages, a file a folder and the other way round, files come and go, over three sites.</summary>
    [Fact]
    public void RoutesThatChangeTheirKind()
    {
        string[][] all = [["x", "y/z", "k"], ["x/x", "y", "k"], ["x", "y/z/w"], ["x/x", "y"], []];
        foreach (var files in all.Concat(all))
        {
            var statics = _site.PathOf("content/static");
            if (Directory.Exists(statics)) Directory.Delete(statics, recursive: true);
            foreach (var file in files) _site.Write("content/static/" + file, string.Concat(files));
            _site.Built();
            IsAsACleanBuild(string.Join(' ', files));
        }
    }

    /// <summary>Nobody's file is published, lost or followed, and what is wrong in the spare site doesn't matter.</summary>
    [Theory]
    [InlineData("mine.txt", "mine")]
    [InlineData("red/mine.txt", "mine")]
    [InlineData("index.html", "half a page")]
    [InlineData(".convscope-manifest.json", "{")]
    [InlineData(".convscope-manifest.json", "{\"Fingerprint\":\"\",\"Files\":{\"../content/site.yaml\":3}}")]
    [InlineData("red", null)]
    [InlineData("red", "/")]
    public void WhateverIsDoneToIt(string route, string? text)
    {
        _site.Built();
        _site.Write("content/en/index.md", "# One\n");
        _site.Built();
        if (!Directory.Exists(_site.PathOf(Spare))) return; // of Windows
        var path = _site.PathOf($"{Spare}/{route}");
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        else File.Delete(path);
        if (text == "/") Directory.CreateSymbolicLink(path, _site.PathOf("content"));
        else if (text is not null) File.WriteAllText(path, text);
        var sources = Tree.Of(_site.PathOf("content"));
        _site.Write("content/en/index.md", "# Two\n");
        _site.Built();
        sources["en/index.md"] = Tree.Of(_site.PathOf("content"))["en/index.md"];
        Assert.Equal(sources, Tree.Of(_site.PathOf("content")));
        if (text == "mine") Assert.Equal("mine", _site.Page(route));
        if (text == "mine") File.Delete(_site.PathOf("output/" + route));
        if (text == "/") File.Delete(_site.PathOf("output/red.kept-1"));
        if (text?.Contains("..", StringComparison.Ordinal) == true) return; // what it lists isn't there, and what is there isn't ours
        IsAsACleanBuild(route);
        _site.Write("content/en/index.md", "# Three\n");
        _site.Built();
        IsAsACleanBuild(route);
    }

    /// <summary>A file that a user changed in the site is one file with that of the spare one: the next build mends both.</summary>
    [Fact]
    public void AFileThatWasChangedInPlace()
    {
        _site.Built();
        _site.Write("content/en/index.md", "# One\n");
        _site.Built();
        var page = _site.PathOf("output/red/index.html");
        File.WriteAllText(page, File.ReadAllText(page).Replace("<", "{", StringComparison.Ordinal));
        _site.Built("--no-cache");
        IsAsACleanBuild("changed in place");
    }

    [Fact]
    public void AFailedBuildKeepsItForTheNext()
    {
        _site.Built();
        _site.Write("content/en/index.md", "# One\n");
        _site.Built();
        _site.Write("templates/partials/footer.html", "{{ nothing.at.all }}");
        Assert.Equal(1, _site.Build().Exit);
        Assert.Empty(Hidden.In(_site.Folder));
        Directory.Delete(_site.PathOf("templates"), recursive: true);
        _site.Write("content/en/index.md", "# Two\n");
        _site.Built();
        IsAsACleanBuild("after a failure");
    }

    [Fact]
    public void CleaningTakesItAway()
    {
        _site.Built();
        _site.Write("content/en/index.md", "# One\n");
        _site.Built();
        if (Directory.Exists(_site.PathOf(Spare))) _site.Write(Spare + "/mine.txt", "mine");
        Assert.Equal(0, Shell.Run("clean", "--root", _site.Folder).Exit);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_site.Folder, ".*"));
        if (!OperatingSystem.IsWindows()) Assert.Equal("mine", _site.Page("mine.txt"));
    }

    private void IsAsACleanBuild(string when)
    {
        var clean = _site.PathOf("clean");
        _site.Built("--no-cache", "--output", clean);
        Assert.True(Tree.Of(clean).SequenceEqual(Tree.Of(_site.Output)), when);
        Directory.Delete(clean, recursive: true);
        var spare = _site.PathOf(".clean.convscope-spare");
        if (Directory.Exists(spare)) Directory.Delete(spare, recursive: true);
    }

    private Dictionary<string, string> Inodes()
    {
        using var find = Process.Start(new ProcessStartInfo("find", [_site.Output, "-type", "f", "-printf", "%P %i\\n"])
        { RedirectStandardOutput = true })!;
        var lines = find.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        find.WaitForExit();
        return lines.Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);
    }
}
