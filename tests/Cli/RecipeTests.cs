using System.Text.Json;
using Convscope.Tests.Cli.Support;

namespace Convscope.Tests.Cli;

/// <summary>Every step of the recipe can be said, does what it says, and stands on the input's page and in <c>inspect</c>.</summary>
public sealed class RecipeTests
{
    private const string Page = "red/input/index.html";

    [Theory]
    [InlineData("--resize", "cover", "scaled to fill")]
    [InlineData("--resize", "shorter", "its shorter side first")]
    [InlineData("--resize", "20", "its shorter side first")]
    [InlineData("--resize", "30x40", "30 × 40")]
    [InlineData("--resize", "none", "not resized")]
    [InlineData("--filter", "area", "INTER_AREA")]
    [InlineData("--filter", "bilinear", "antialiased bilinear")]
    [InlineData("--filter", "bilinear-plain", "without antialiasing")]
    [InlineData("--filter", "bicubic", "antialiased bicubic")]
    [InlineData("--filter", "nearest", "filter: nearest")]
    [InlineData("--crop", "0.5", "cut out, from row 6")]
    [InlineData("--alpha", "composite", "the background #ffffff shows")]
    public void AStepIsShownWithItsNumbers(string option, string value, string says)
    {
        using var site = new TempSite();
        site.Built(option, value);
        Assert.Contains(says, Html.Parse(site.Page(Page)).QuerySelector(".preparation .steps")!.TextContent);
    }

    [Fact]
    public void ThatNoFilterIsNamedIsSaid()
    {
        using var site = new TempSite();
        site.Built("--resize", "30x40");
        Assert.Contains("The recipe names no filter", site.Page(Page));
    }

    [Theory]
    [InlineData("--orientation", "turn", "apply, ignore")]
    [InlineData("--alpha", "drop", "composite, ignore")]
    [InlineData("--resize", "0", "shorter side")]
    [InlineData("--filter", "bilinera", "did you mean 'bilinear'?")]
    [InlineData("--crop", "0", "0.875")]
    [InlineData("--crop", "1.5", "0.875")]
    [InlineData("--crop", "-3", "0.875")]
    [InlineData("--grey", "602", "601, 709")]
    public void ABadStepIsOneClearMessage(string option, string value, string says)
    {
        using var site = new TempSite();
        Assert.Equal(2, site.Fails(2, [option, value, says], option, value).Errors.Length);
    }

    [Theory]
    [InlineData("  preprocess: torchvision", "224 × 224 pixels (the preset is 'torchvision')")]
    [InlineData("  crop: 8", "8 × 8 pixels")]
    [InlineData("  resize: 32\n  crop: 0.875", "leave one of them out")]
    public void ACropThatTheInputHasNoRoomForIsLocated(string keys, string says)
    {
        using var site = new TempSite(metadata: "input:\n" + keys + "\n");
        Assert.Single(site.Fails(1, ["CS1104", says]).Errors.Distinct());
    }

    [Fact]
    public void AResizeBesideAPresetTakesThePlaceOfItsCropToo()
    {
        using var site = new TempSite(metadata: "input: {preprocess: torchvision, resize: cover}\n");
        site.Built();
        var steps = Html.Parse(site.Page(Page)).QuerySelector(".preparation .steps")!.TextContent;
        Assert.Contains("antialiased bilinear", steps);
        site.Built("--preprocess", "timm");
        Assert.Contains("antialiased bicubic", site.Page(Page));
    }

    [Fact]
    public void InspectPrintsTheRecipeAsItCanBeWritten()
    {
        var text = Shell.Run("inspect", Repository.Model("small"), "--preprocess", "timm", "--alpha", "ignore");
        Assert.True(text.Exit == 0, text.All);
        Assert.Contains("  resize: shorter\n  filter: bicubic\n  crop: 0.875\n", text.Output.ReplaceLineEndings("\n"));
        Assert.Contains("  mean: [0.485, 0.456, 0.406]", text.Output);
        var recipe = JsonDocument.Parse(Shell.Run("inspect",
            Repository.Model("small"), "--json", "--grey", "709", "--channels", "GRAY").Output).RootElement.GetProperty("recipe");
        Assert.Equal(
            ["orientation", "alpha", "background", "resize", "grey", "channels", "scale"],
            recipe.EnumerateArray().Select(entry => entry.GetProperty("key").GetString()));
    }
}
