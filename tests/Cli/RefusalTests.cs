using System.Diagnostics;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>One clear message for each mistake, the right exit code, and the old site as it was.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("this is a text, no model")]
    [InlineData("")]
    public void AModelThatIsNone(string text)
    {
        using var site = Built();
        site.Write("models/net.onnx", text);
        Assert.Single(site.Fails(1, ["models/net.onnx", "CS1101"]).Errors);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1200)]
    [InlineData(2100)]
    public void AModelCutShort(int bytes)
    {
        using var site = Built();
        site.Write("models/net.onnx", File.ReadAllBytes(Repository.Model("small"))[..bytes]);
        Assert.Single(site.Fails(1, ["models/net.onnx", "error CS11"]).Errors);
    }

    [Fact]
    public void APictureCutShort()
    {
        using var site = Built();
        site.Write("content/images/red.png", Pictures.Png(64, 64, 1, 2, 3)[..^200]);
        Assert.Single(site.Fails(1, ["content/images/red.png", "CS1301"]).Errors);
    }

    [Fact]
    public void APictureTooLargeIsRefusedByItsHeader()
    {
        using var site = Built();
        site.Write("content/images/red.png", Pictures.PngHeader(50_000, 50_000));
        Assert.Single(site.Fails(1, ["content/images/red.png", "CS1302"]).Errors);
    }

    [Fact]
    public void EveryBadPictureIsNamed()
    {
        using var site = Built();
        site.Write("content/images/red.png", "text");
        site.Write("content/images/blue.png", "");
        Assert.Equal(2, site.Fails(1, ["red.png", "blue.png"]).Errors.Length);
    }

    [Theory]
    [InlineData("--images", "nowhere")]
    [InlineData("--model", "nowhere.onnx")]
    [InlineData("--labels", "nowhere.txt")]
    [InlineData("--config", "nowhere.yaml")]
    public void SomethingThatIsNotThere(string option, string name)
    {
        using var site = Built();
        Assert.Single(site.Fails(1, ["CS1001", name], option, site.PathOf(name)).Errors);
    }

    [Fact]
    public void ARootThatIsNotThere()
    {
        var result = Shell.Run("build", "--root", "/nowhere/at/all");
        Assert.Equal(1, result.Exit);
        Assert.Contains("there is no folder '/nowhere/at/all'", result.Error);
        Refusals.AreForPeople(result);
    }

    [Fact]
    public void AFolderWithoutPictures()
    {
        using var site = Built();
        Directory.CreateDirectory(site.PathOf("empty"));
        Assert.Single(site.Fails(1, ["CS1303"], "--images", site.PathOf("empty")).Errors);
    }

    [Fact]
    public void LabelsThatAreTooFew()
    {
        using var site = Built();
        site.Write("models/net.yaml", "labels: [cat, dog]\n");
        Assert.Single(site.Fails(1, ["CS1103", "2 labels", "3 outputs"]).Errors);
        site.Write("labels.txt", "a\nb\nc\nd\n");
        Assert.Single(site.Fails(1, ["CS1103", "4 labels"], "--labels", site.PathOf("labels.txt")).Errors);
    }

    [Fact]
    public void AnUnknownKeyHasItsPlaceAndAGuess()
    {
        using var site = Built();
        site.Write("content/site.yaml", TempSite.Config + "imges: content/images\n");
        Assert.Single(site.Fails(1, ["site.yaml:4:1", "CS1003", "unknown key 'imges'", "did you mean 'images'?"]).Errors);
    }

    [Fact]
    public void YamlThatIsNone()
    {
        using var site = Built();
        site.Write("content/site.yaml", "title: \"never closed\nmodel: x\n");
        Assert.Single(site.Fails(1, ["site.yaml:", "CS1002"]).Errors);
    }

    [Fact]
    public void AllMistakesAreToldAtOnce()
    {
        using var site = Built();
        site.Write("content/site.yaml", TempSite.Config + "titel: x\nmax_units: many\nbase_url: example.org\n");
        site.Write("models/net.yaml", "labels: [cat\n");
        site.Write("content/images/images.yaml", "images:\n  - file: nowhere.png\n  - titel: x\n");
        var result = site.Fails(1, ["titel", "'max_units'", "base_url", "net.yaml:", "nowhere.png", "images.yaml:3"]);
        Assert.True(result.Errors.Length >= 6, result.Error);
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://example.org/?x=1")]
    [InlineData("https://example.org/#top")]
    public void ABadBaseUrl(string url)
    {
        using var site = Built();
        Assert.Single(site.Fails(1, ["CS1004", "--base-url"], "--base-url", url).Errors);
    }

    [Theory]
    [InlineData("--jobs", "-1")]
    [InlineData("--jobs", "many")]
    [InlineData("--log-format", "xml")]
    [InlineData("--outptu", "x")]
    [InlineData("--output")]
    [InlineData("extra")]
    public void ACommandLineThatCannotBeUnderstood(params string[] args)
    {
        using var site = Built();
        site.Fails(2, [args[^1]], args);
    }

    [Fact]
    public void ADefectOfOursIsExit70()
    {
        using var error = new StringWriter();
        var exit = Convscope.Cli.App.Run(["inspect", Repository.Model("small")], new Broken(), error, isRedirected: true,
            CancellationToken.None);
        Assert.Equal(70, exit);
        Assert.Contains("error CS1999: unexpected: broken (run again with --debug for the details)", error.ToString());
    }

    [Fact]
    public void AnUnknownCommand()
    {
        var result = Shell.Run("biuld");
        Assert.Equal(2, result.Exit);
        Assert.Equal(["error: unknown command 'biuld'; did you mean 'build'?", "try: convscope --help"], result.Errors);
        Assert.Equal("error: unknown option '--outptu'; did you mean '--output'?", Shell.Run("build", "--outptu", "x").Errors[0]);
    }

    [Fact]
    public void ATemplateThatNamesWhatIsNotThere()
    {
        using var site = Built();
        site.Write("templates/partials/footer.html", "<footer>\n{{ site.titel }}</footer>");
        Assert.Single(site.Fails(1, ["templates/partials/footer.html:2:", "CS1401", "titel"]).Errors);
    }

    [Fact]
    public void ATemplateWithADeadLink()
    {
        using var site = Built();
        site.Write("templates/partials/footer.html", "<footer><a href=\"{{ root }}nowhere.html\">x</a></footer>");
        site.Fails(1, ["CS1205", "nowhere.html"]);
    }

    [Fact]
    public void ADiskThatIsFull()
    {
        using var site = new TempSite();
        var disk = site.PathOf("disk");
        Directory.CreateDirectory(disk);
        if (!Mounts("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk)) return;
        try
        {
            var output = Path.Combine(disk, "site");
            site.Write("disk/filler", new byte[400_000]);
            site.Write("disk/site/CNAME", "example.org");
            var before = Tree.Of(disk);
            var result = site.Build("--output", output);
            Assert.Equal(1, result.Exit);
            Assert.Contains("CS1502", result.Error);
            Assert.Contains("full", result.Error);
            Assert.Single(result.Errors);
            Refusals.AreForPeople(result);
            Assert.Equal(before, Tree.Of(disk));
        }
        finally
        {
            Mounts("umount", disk);
        }
    }

    private static TempSite Built()
    {
        var site = new TempSite();
        site.Built();
        return site;
    }

    /// <summary>A console that fails as no one foresaw.</summary>
    private sealed class Broken : StringWriter
    {
        public override void WriteLine(string? value) => throw new InvalidOperationException("broken");
    }

    /// <summary>Mounting takes root and a kernel that lets us.</summary>
    private static bool Mounts(string program, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
