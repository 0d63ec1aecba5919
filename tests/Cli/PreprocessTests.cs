using Convscope.Tests.Cli.Support;
using Convscope.Tests.Shared;

namespace Convscope.Tests.Cli;

/// <summary>How a picture becomes the input can be said by presets and single keys, in YAML or on the command line.</summary>
public sealed class PreprocessTests
{
    private const string Pixel = "red/input/0/index.html";

    /// <summary>The expected number of the middle pixel's first channel, from its value v of 0 to 255, by the recipe's own paper
    /// formula.</summary>
    public static TheoryData<string, string, Func<int, double>> Recipes => new()
    {
        { "imagenet", "red", v => ((v / 255.0) - 0.485) / 0.229 },
        { "caffe", "blue", v => v - 103.939 },
        { "tf", "red", v => (v / 127.5) - 1 },
        { "none", "red", v => v },
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public void APresetDoesWhatItsNameMeansAndAddsUp(string preset, string colour, Func<int, double> formula)
    {
        using var site = new TempSite();
        site.Built("--preprocess", preset);
        var page = Html.Parse(site.Page(Pixel));
        Assert.Empty(EquationChecker.Check(page));
        Assert.Contains(colour, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(formula((int)Exact(page, ".equation .x")), Exact(page, ".equation .y"), 4);
        Assert.Contains(preset, page.QuerySelector(".equation .note")!.TextContent);
        Assert.Contains(preset, Html.Parse(site.Page("red/input/index.html")).QuerySelector(".preparation")!.TextContent);
    }

    [Fact]
    public void InkOnPaperIsInvertedForANetworkOfLightOnDark()
    {
        using var site = new TempSite("grey", metadata: null);
        site.Built("--preprocess", "mnist", "--invert");
        var page = Html.Parse(site.Page(Pixel));
        Assert.Empty(EquationChecker.Check(page));
        var pixel = Exact(page, ".equation .i");
        Assert.Equal((((255 - pixel) / 255) - 0.1307) / 0.3081, Exact(page, ".equation .y"), 4);
        Assert.Contains("taken from 255", site.Page("red/input/index.html"));
        site.Built("--preprocess", "mnist");
        Assert.Null(Html.Parse(site.Page(Pixel)).QuerySelector(".equation .i"));
    }

    [Theory]
    [InlineData("input:\n  preprocess: imagenet\n  mean: 0.5\n", "0.5", "0.229")]
    [InlineData("input: {preprocess: caffe, channels: RGB, std: [2, 2, 2]}\n", "103.939", "2")]
    [InlineData("input: {scale: 1/255, mean: [0.25, 0, 0]}\n", "0.25", "1")]
    public void SingleKeysOverrideThePreset(string yaml, string mean, string std)
    {
        using var site = new TempSite(metadata: yaml);
        site.Built();
        var page = Html.Parse(site.Page(Pixel));
        Assert.Equal((mean, std), (page.QuerySelector(".equation .m")!.TextContent, page.QuerySelector(".equation .d")!.TextContent));
    }

    [Fact]
    public void TheCommandLineGoesBeforeTheYamlAndAPresetReplacesAllOfItsValues()
    {
        using var site = new TempSite(metadata: "input: {mean: [7, 7, 7], std: [3, 3, 3], resize: contain, background: '#102030'}\n");
        site.Built("--preprocess", "imagenet", "--std", "0.5,0.5,0.5");
        var page = Html.Parse(site.Page(Pixel));
        Assert.Equal(("0.485", "0.5"), (page.QuerySelector(".equation .m")!.TextContent, page.QuerySelector(".equation .d")!.TextContent));
        var steps = page.QuerySelector(".steps")!.TextContent;
        Assert.Contains("scaled to fit, and the rest filled", steps);
        Assert.Contains("#102030", steps);
    }

    [Fact]
    public void NumbersMayStandApart()
    {
        using var site = new TempSite();
        site.Built("--mean", "0.1", "0.2", "-0.3", "--scale", "1/510", "--resize", "cover");
        Assert.Equal("−0.3", Html.Parse(site.Page("red/input/2/index.html")).QuerySelector(".equation .m")!.TextContent);
        Assert.Contains("scaled to fill", site.Page(Pixel));
    }

    [Fact]
    public void TheLayersPageShowsAllThatWasDone()
    {
        using var site = new TempSite();
        site.Built("--preprocess", "imagenet");
        var page = Html.Parse(site.Page("red/input/index.html"));
        Assert.Equal(2, page.QuerySelectorAll(".before-after img[alt]").Length);
        Assert.Contains("16 × 20", page.QuerySelector(".preparation .steps")!.TextContent);
        var rows = page.QuerySelectorAll(".preparation tbody tr");
        Assert.Equal(["red", "green", "blue"], rows.Select(row => row.QuerySelector("td")!.TextContent));
        foreach (var row in rows)
        {
            double Number(string role) => double.Parse(row.QuerySelector("data." + role)!.TextContent.Replace('−', '-'),
                System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(Number("white"), ((255 * Number("scale")) - Number("mean")) / Number("std"), 2);
            Assert.Equal(Number("black"), -Number("mean") / Number("std"), 2);
        }
    }

    [Theory]
    [InlineData("--preprocess", "imagnet", "did you mean 'imagenet'?")]
    [InlineData("--resize", "covers", "did you mean 'cover'?")]
    [InlineData("--layout", "CHWN", "NCHW, NHWC")]
    [InlineData("--channels", "RGBA", "did you mean 'RGB'?")]
    [InlineData("--size", "224x", "224x224")]
    [InlineData("--size", "0", "224x224")]
    [InlineData("--mean", "red", "list of numbers")]
    [InlineData("--mean", "nan", "list of numbers")]
    [InlineData("--std", "0.1,0,0.1", "can't be 0")]
    [InlineData("--scale", "0", "other than 0")]
    [InlineData("--scale", "1/0", "other than 0")]
    [InlineData("--background", "white", "#ffffff")]
    [InlineData("--invert", "perhaps", "true, false")]
    [InlineData("--max-units", "0", "1 or more")]
    [InlineData("--max-bytes", "sixty", "60 MB")]
    [InlineData("--probabilities", "maybe", "derive")]
    public void ABadOptionIsOneClearMessage(string option, string value, string says)
    {
        using var site = new TempSite();
        var result = site.Fails(2, [option, value, says], option, value);
        Assert.Equal(2, result.Errors.Length);
    }

    [Theory]
    [InlineData("  preprocess: imagnet", "net.yaml:2:15", "did you mean 'imagenet'?")]
    [InlineData("  size: big", "net.yaml:2:9", "224x224")]
    [InlineData("  std: [1, 0, 1]", "net.yaml:2:8", "can't be 0")]
    [InlineData("  invert: 3", "net.yaml:2:11", "true, false")]
    [InlineData("  maen: 3", "net.yaml:2:3", "did you mean 'mean'?")]
    public void ABadKeyIsOneLocatedMessage(string line, string place, string says)
    {
        using var site = new TempSite(metadata: "input:\n" + line + "\n");
        Assert.Single(site.Fails(1, [place, says]).Errors);
    }

    [Fact]
    public void APresetForAnotherNumberOfChannelsIsNamed()
    {
        using var site = new TempSite("grey", metadata: null);
        Assert.Single(site.Fails(1,
            ["CS1104", "3 numbers (the preset is 'imagenet')", "1 channel"], "--preprocess", "imagenet").Errors.Distinct());
    }

    [Fact]
    public void LimitsAreReadFromTheConfigurationAndTheCommandLine()
    {
        using var site = new TempSite("wide", metadata: null);
        site.Write("content/site.yaml", TempSite.Config + "limits:\n  units: 3\n  bytes: 90 MB\n");
        site.Built();
        Assert.False(File.Exists(site.PathOf("output/red/conv/64/index.html")));
        site.Built("--max-units", "100");
        Assert.True(File.Exists(site.PathOf("output/red/conv/65/index.html")));
        site.Write("content/site.yaml", TempSite.Config + "limits:\n  bytes: many\n  unit: 3\n");
        Assert.Equal(2, site.Fails(1, ["site.yaml:5:10", "60 MB", "site.yaml:6:3", "did you mean 'units'?"]).Errors.Length);
    }

    private static double Exact(AngleSharp.Dom.IParentNode page, string selector) =>
        double.Parse(page.QuerySelector(selector)!.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture);
}
