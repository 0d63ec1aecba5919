using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary><c>init</c> makes a folder that builds as it stands; <c>templates export</c> and <c>init</c> never write over a file.</summary>
public sealed class InitTests
{
    [Fact]
    public void ANewSiteBuildsAndIsWell()
    {
        using var folder = new TempFolder();
        var demo = folder.PathOf("my-demo");
        var result = Shell.Run("init", demo, "--languages", "en,zh");
        Assert.True(result.Exit == 0, result.All);
        foreach (var file in new[] { "content/site.yaml", "content/en/index.md", "content/zh/pooling.md", "content/zh/words.yaml",
            "content/images/images.yaml", "models/tiny-vgg.yaml", ".github/workflows/pages.yml", "README.md", ".gitignore" })
            Assert.True(File.Exists(Path.Combine(demo, file)), file);
        // The documentation of Convscope is no part of a user's site.
        Assert.False(Directory.Exists(Path.Combine(demo, "content/en/docs")));
        Assert.Contains("title: \"My demo\"", File.ReadAllText(Path.Combine(demo, "content/site.yaml")));
        Assert.DoesNotContain("{{title}}", File.ReadAllText(Path.Combine(demo, "README.md")));
        var build = Shell.Run("build", "--root", demo);
        Assert.True(build.Exit == 0, build.All);
        Assert.Equal(0, Shell.Run("check", "--root", demo).Exit);
    }

    [Fact]
    public void TheUsersModelAndPicturesAreTakenWithWhatIsSaidOfThem()
    {
        using var site = new TempSite();
        using var folder = new TempFolder();
        var mine = folder.PathOf("mine");
        var result = Shell.Run("init", mine, "--model", site.PathOf("models/net.onnx"), "--images",
            site.PathOf("content/images"), "--title", "It's \"mine\": #1");
        Assert.True(result.Exit == 0, result.All);
        Assert.Equal(["blue.png", "red.png"], Directory.EnumerateFiles(Path.Combine(mine, "content/images"))
            .Select(file => Path.GetFileName(file)).Order());
        Assert.Equal("labels: [cat, dog, bird]\n", File.ReadAllText(Path.Combine(mine, "models/net.yaml")));
        var build = Shell.Run("build", "--root", mine);
        Assert.True(build.Exit == 0, build.All);
        Assert.Equal("It's \"mine\": #1", Html.Open(Path.Combine(mine, "output/index.html")).Title);
        Assert.Empty(new Crawl(Path.Combine(mine, "output")).Problems);
    }

    [Fact]
    public void TheLessonComesWithAnyModelButWhatTellsOfTheBuiltInOne()
    {
        using var site = new TempSite(metadata: null);
        site.Write("models/labels.txt", "a \"cat\"\ndog\nbird\n");
        using var folder = new TempFolder();
        var mine = folder.PathOf("mine");
        Assert.Equal(0, Shell.Run("init", mine, "--model", site.PathOf("models/net.onnx"), "--languages", "zh").Exit);
        Assert.Contains("labels: [\"a \\\"cat\\\"\",\"dog\",\"bird\"]", folder.Read("mine/models/net.yaml"));
        Assert.True(File.Exists(Path.Combine(mine, "content/zh/relu.md")));
        Assert.False(File.Exists(Path.Combine(mine, "content/zh/training.md")));
        Assert.False(Directory.Exists(Path.Combine(mine, "content/en")));
        var build = Shell.Run("build", "--root", mine);
        Assert.True(build.Exit == 0, build.All);
        Assert.Equal("zh-Hans", Html.Open(Path.Combine(mine, "output/learn/relu/index.html")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("en,eo", "eo")]
    [InlineData("", "''")]
    public void ALanguageWithoutALessonIsAMistakeOnTheCommandLine(string languages, string said)
    {
        using var folder = new TempFolder();
        var result = Shell.Run("init", folder.PathOf("mine"), "--languages", languages);
        Assert.Equal(2, result.Exit);
        Assert.Contains(said, result.All);
    }

    [Fact]
    public void AModelOfWhichNothingIsKnownGetsAFileToFillIn()
    {
        using var site = new TempSite(metadata: null);
        using var folder = new TempFolder();
        Shell.Run("init", folder.PathOf("mine"), "--model", site.PathOf("models/net.onnx"));
        Assert.Contains("# labels:", folder.Read("mine/models/net.yaml"));
        Assert.Equal(0, Shell.Run("build", "--root", folder.PathOf("mine")).Exit);
    }

    [Fact]
    public void AFolderThatIsNotEmptyIsLeftAlone()
    {
        using var folder = new TempFolder();
        folder.Write("mine/README.md", "mine");
        var refused = Shell.Run("init", folder.PathOf("mine"));
        Assert.Equal(1, refused.Exit);
        Assert.Contains("isn't empty", Assert.Single(refused.Errors));
        Assert.Single(Tree.Of(folder.PathOf("mine")));

        var forced = Shell.Run("init", folder.PathOf("mine"), "--force");
        Assert.True(forced.Exit == 0, forced.All);
        Assert.Contains("kept as it was: README.md", forced.Output);
        Assert.Equal("mine", folder.Read("mine/README.md"));
        Assert.True(File.Exists(folder.PathOf("mine/content/site.yaml")));
    }

    [Theory]
    [InlineData("--model", "nowhere.onnx", "CS1001")]
    [InlineData("--images", "nowhere", "CS1001")]
    public void WhatIsNotThereIsOneMessageAndNothingIsWritten(string option, string value, string code)
    {
        using var folder = new TempFolder();
        var result = Shell.Run("init", folder.PathOf("mine"), option, folder.PathOf(value));
        Assert.Equal(1, result.Exit);
        Assert.Contains(code, Assert.Single(result.Errors));
        Assert.False(Directory.Exists(folder.PathOf("mine")));
    }

    [Fact]
    public void ExportedTemplatesBuildTheSameSite()
    {
        using var site = new TempSite();
        site.Built();
        var before = Tree.Of(site.Output);
        var result = Shell.Run("templates", "export", site.PathOf("templates"));
        Assert.True(result.Exit == 0, result.All);
        site.Built("--no-cache");
        Assert.Equal(before, Tree.Of(site.Output));

        site.Write("templates/partials/footer.html", "<footer>mine</footer>");
        var refused = Shell.Run("templates", "export", site.PathOf("templates"));
        Assert.Equal(1, refused.Exit);
        Assert.Contains("partials/footer.html", Assert.Single(refused.Errors));
        Assert.Equal("<footer>mine</footer>", site.Read("templates/partials/footer.html"));
        Assert.Equal(0, Shell.Run("templates", "export", site.PathOf("templates"), "--force").Exit);
        Assert.NotEqual("<footer>mine</footer>", site.Read("templates/partials/footer.html"));
    }

    [Fact]
    public void OnlySomeTemplatesCanBeExported()
    {
        using var folder = new TempFolder();
        Shell.Run("templates", "export", folder.PathOf("templates"), "--only", "css/");
        Assert.Equal(["css"], Directory.EnumerateFileSystemEntries(folder.PathOf("templates")).Select(entry => Path.GetFileName(entry)));
    }
}
