using System.Diagnostics;
using Convscope.Core.Diagnostics;
using Convscope.Site.Configuration;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli.Docs;

/// <summary>The examples of the documentation work.</summary>
[Collection(DefaultSiteGroup.Name)]
public sealed class ExampleTests(DefaultSite site)
{
    private const string Python = "/usr/bin/python3";

    [Theory]
    [InlineData("en", "learn/one/", "Show the solution", "Small, for class 9b")]
    [InlineData("zh", "zh/learn/one/", "看看解答", "Small，初三（2）班")]
    public void TheThemeIsATheme(string language, string route, string answer, string footer)
    {
        using var mine = new TempSite();
        mine.Write($"content/{language}/one.md", "# One\n\n::: question\nWhy?\n\nSo.\n:::\n");
        var files = DocsFolder.NamedFiles(DocsFolder.Read("theme", language)).ToArray();
        Assert.Equal(4, files.Length);
        foreach (var (path, text) in files) mine.Write(path, text);
        mine.Built();
        Assert.Equal(0, Shell.Run("check", "--root", mine.Folder).Exit);
        using var page = Html.Parse(mine.Page(route + "index.html"));
        Assert.Equal(answer, page.QuerySelector("summary")!.TextContent);
        Assert.StartsWith(footer, page.QuerySelector("footer p")!.TextContent);
        string Loaded(string selector, string attribute) => string.Concat(page.QuerySelectorAll(selector).Select(element =>
            File.ReadAllText(Path.Combine(mine.Output, route, element.GetAttribute(attribute)!))));
        Assert.Contains("link.target = \"_blank\"", Loaded("script[src]", "src"));
        Assert.Contains("#7a3b00", Loaded("link[rel=stylesheet]", "href"));
    }

    [Theory]
    [MemberData(nameof(DocsFolder.EachLanguage), MemberType = typeof(DocsFolder))]
    public void TheConfigurationsCanBeRead(string language)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var yaml in DocsFolder.Blocks(DocsFolder.Read("options", language), "yaml"))
            SiteConfigReader.Read(yaml, "options.md", diagnostics);
        foreach (var yaml in DocsFolder.Blocks(DocsFolder.Section(DocsFolder.Read("model", language), "metadata"), "yaml"))
            ModelMetadataReader.Read(yaml, "model.md", new(), diagnostics);
        Assert.Empty(diagnostics);
        var keys = DocsFolder.Section(DocsFolder.Read("options", language), "site-yaml");
        Assert.All(["title", "model", "images", "content", "static", "templates", "output", "base_url", "limits", "html", "budgets",
            "source_maps",
            "language", "description"], key => Assert.Contains($"`{key}`", keys));
        var inputs = DocsFolder.Section(DocsFolder.Read("model", language), "input");
        Assert.All(InputKeys.All.Keys, key => Assert.Contains($"`{key}`", inputs));
    }

    [Theory]
    [MemberData(nameof(DocsFolder.EachLanguage), MemberType = typeof(DocsFolder))]
    public void TheProgramsRun(string language)
    {
        if (!File.Exists(Python)) return;
        var programs = DocsFolder.Blocks(DocsFolder.Read("site-json", language), "python").ToArray();
        Assert.Equal(2, programs.Length);
        Assert.Contains("Ladybug: ladybug, ", Run(programs[0]));
        Assert.Matches(@"the parts and the bias give (-?\d+\.\d+); the page says", Run(programs[1]));

        string Run(string program)
        {
            using var process =
                Process.Start(new ProcessStartInfo(Python, ["-c", program])
                {
                    WorkingDirectory = site.Output,
                    RedirectStandardOutput = true, RedirectStandardError = true
                })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, error.Result);
            return output;
        }
    }

    [Theory]
    [InlineData("docs/index.html")]
    [InlineData("zh/docs/index.html")]
    public void EveryPageIsThereAndInOrder(string route)
    {
        using var index = Html.Open(site.PathOf(route));
        var pages = index.QuerySelectorAll(".section-list a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(
            ["getting-started", "images", "model", "write-a-lesson", "theme", "publish", "site-json", "options", "diagnostics",
                "verification", "live"],
            pages.Select(page => page.Split('/')[^2]));
    }
}
