using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary><c>check</c> finds what is wrong with a built site, all of it at once, and <c>clean</c> takes the site away.</summary>
public sealed class CheckTests
{
    [Fact]
    public void ASiteAsBuiltIsWell()
    {
        using var site = Built();
        var result = Shell.Run("check", "--root", site.Folder);
        Assert.True(result.Exit == 0, result.All);
        Assert.Matches(@"^\d+ pages and \d+ other files checked: all is well", result.Output);
        Assert.Empty(result.Error);
    }

    /// <summary>A mistake put into the home page, where it stands in its line, and what is said of it.</summary>
    [Theory]
    [InlineData("<a href=\"nowhere/index.html\">x</a>", "CS1205", "'nowhere/index.html', which is not in the site")]
    [InlineData("<a href=\"index.html#nowhere\">x</a>", "CS1205", "'#nowhere' on index.html, which has no such id")]
    [InlineData("<a href=\"/index.html\">x</a>", "CS1205", "root of a domain only")]
    [InlineData("<a href=\"\">x</a>", "CS1205", "leads to nothing")]
    [InlineData("<img src=\"nowhere.png\" alt=\"x\">", "CS1205", "nowhere.png")]
    [InlineData("<p id=\"main\">x</p>", "CS1206", "the id 'main' is used twice")]
    [InlineData("<b><i>x</b></i>", "CS1206", "<i> isn't closed before </b>")]
    [InlineData("<div>", "CS1206", "<div> isn't closed")]
    [InlineData("</section>", "CS1206", "</section> closes nothing")]
    [InlineData("<div/>", "CS1206", "doesn't close itself")]
    [InlineData("<p class=\"a\" class=\"b\">x</p>", "CS1206", "attribute 'class' twice")]
    [InlineData("1 <2", "CS1206", "stray '<'")]
    [InlineData("<img src=\"thumbnail\">", "CS1207", "no text alternative")]
    public void AMistakeOnAPageHasItsPlace(string markup, string code, string says)
    {
        using var site = Built();
        var html = site.Page("index.html").Replace("<main id=\"main\">", "<main id=\"main\">" + markup, StringComparison.Ordinal);
        site.Write("output/index.html", html);
        var line = html[..html.IndexOf(markup, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var result = Shell.Run("check", "--root", site.Folder);
        Assert.Equal(1, result.Exit);
        Assert.Contains(result.Errors, error => error.Contains($"output/index.html:{line}:", StringComparison.Ordinal)
            && error.Contains(code, StringComparison.Ordinal) && error.Contains(says, StringComparison.Ordinal));
        Refusals.AreForPeople(result);
    }

    [Fact]
    public void WhatHtmlClosesByItselfIsNoMistake()
    {
        using var site = Built();
        var same = "<ul><li>a<li>b</ul><p>c<svg><path d=\"M0 0\"/></svg><br><input disabled value=x>";
        site.Write("output/red/index.html", site.Page("red/index.html")
            .Replace("<main id=\"main\">", "<main id=\"main\">" + same, StringComparison.Ordinal));
        Assert.DoesNotContain("CS1206", Shell.Run("check", "--root", site.Folder).Error);
    }

    [Fact]
    public void FilesThatAHostCannotPublish()
    {
        using var site = Built();
        File.CreateSymbolicLink(Path.Combine(site.Output, "link.html"), site.PathOf("content/site.yaml"));
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(Path.Combine(site.Output, "robots.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Delete(Path.Combine(site.Output, "sitemap.xml"));
        using (var large = File.Create(Path.Combine(site.Output, "large.bin"))) large.SetLength(100_000_001);
        using (var huge = File.Create(Path.Combine(site.Output, "huge.bin"))) huge.SetLength(950_000_000);
        var result = Shell.Run("check", "--root", site.Folder);
        Assert.Equal(1, result.Exit);
        foreach (var says in new[] { "link.html: error CS1505", "robots.txt: error CS1505", "sitemap.xml: error CS1504",
            "large.bin: warning CS1503", "error CS1503: the site has 1,05" })
            Assert.Contains(says, result.Error);
    }

    [Fact]
    public void APageThatTakesTooMuchIsToldOrAnError()
    {
        using var site = Built();
        var script = Directory.EnumerateFiles(site.Output, "*.js", SearchOption.AllDirectories)
            .First(file => file.Contains("assets", StringComparison.Ordinal));
        var random = new Random(1);
        File.AppendAllText(script, "//" + string.Concat(Enumerable.Range(0, 60_000).Select(_ => (char)random.Next('a', 'z'))));
        var told = Shell.Run("check", "--root", site.Folder);
        Assert.Contains("warning CS1503: a script takes", told.Error);
        site.Write("content/site.yaml", TempSite.Config + "budgets: enforce\n");
        Assert.Contains("error CS1503: a script takes", Shell.Run("check", "--root", site.Folder).Error);
    }

    [Fact]
    public void AFolderThatIsNoSite()
    {
        using var site = new TempSite();
        Assert.Equal(1, Shell.Run("check", "--root", site.Folder).Exit);
        Assert.Contains("build the site first", Shell.Run("check", "--root", site.Folder).Error);
        Assert.Contains("isn't a site that Convscope built", Shell.Run("check", site.PathOf("content")).Error);
    }

    [Fact]
    public void CleaningTakesWhatTheBuildWroteAndNothingElse()
    {
        using var site = Built();
        site.Write("output/CNAME", "example.org");
        site.Write("output/red/notes.txt", "mine");
        site.Write("outside.txt", "mine");
        var manifest = site.Page(".convscope-manifest.json");
        site.Write("output/.convscope-manifest.json",
            manifest.Replace("\"404.html\"", "\"../outside.txt\":1,\"404.html\"", StringComparison.Ordinal));
        var result = Shell.Run("clean", "--root", site.Folder);
        Assert.True(result.Exit == 0, result.All);
        Assert.Equal(["CNAME", "red/notes.txt"], Tree.Of(site.Output).Keys.Order(StringComparer.Ordinal));
        Assert.True(File.Exists(site.PathOf("outside.txt")));
        Assert.Contains("Nothing is deleted", Shell.Run("clean", "--root", site.Folder).Output);
        Assert.True(File.Exists(site.PathOf("output/CNAME")));
    }

    [Fact]
    public void CleaningASiteWithNothingElseLeavesNothing()
    {
        using var site = Built();
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(site.Folder, ".*"));
        Shell.Run("clean", "--root", site.Folder);
        Assert.False(Directory.Exists(site.Output));
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.Folder, ".*"));
    }

    private static TempSite Built()
    {
        var site = new TempSite();
        site.Built();
        return site;
    }
}
