using System.Globalization;
using System.Text.RegularExpressions;
using Convscope.Core.Layout;
using Convscope.Rendering.Colours;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Under every scale the legend says what the pixels show, whichever way the scale was reached.</summary>
[Collection(BrowserCollection.Name)]
public sealed partial class OverviewScaleTests(BrowserFixture fixture)
{
    private const int Tolerance = 10;
    private static readonly string[] Units = ["conv_1_1/1", "relu_1_2/3", "conv_2_2/4", "max_pool_2/8"];

    [Fact]
    public async Task Legend_and_pixels_agree_after_every_switch()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("ladybug/index.html"));
        foreach (var scale in new[] { "unit", "network", "layer", "module", "unit", "layer", "network" })
        {
            await site.Page.CheckAsync($"[name=scale][value={scale}]");
            await site.Page.WaitForSelectorAsync($".network[data-scale={scale}]");
            foreach (var unit in Units) await Agree(site, unit, scale);
        }

        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task The_scale_of_the_network_is_one_and_of_a_module_its_largest()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("ladybug/index.html"));
        var layers = await Legends(site);
        await site.Page.CheckAsync("[value=network]");
        await site.Page.WaitForSelectorAsync(".network[data-scale=network]");
        Assert.Equal([layers.Max()], (await Legends(site)).Distinct());
        await site.Page.CheckAsync("[value=layer]");
        await site.Page.WaitForSelectorAsync(".network[data-scale=layer]");
        Assert.Equal(layers, await Legends(site));
    }

    [Fact]
    public async Task The_address_holds_the_scale_and_the_strip_of_pictures_takes_it_along()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.FileUrl("ladybug/index.html") + "#scale=module");
        await site.Page.WaitForSelectorAsync(".network[data-scale=module]");
        await site.Page.Locator(".pictures a").Nth(1).ClickAsync();
        await site.Page.WaitForSelectorAsync(".network[data-scale=module]");
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.FileUrl("pizza/index.html") + "#scale=module");
        site.Recorder.AssertClean();
    }

    private async Task Agree(SitePage site, string unit, string scale)
    {
        await site.Page.HoverAsync($"[data-unit='{unit}'] .tile");
        var high = Number().Match(await site.Page.Locator(".unit-tip .colours").InnerTextAsync()).Groups[1].Value;
        var legend = await site.Page.Locator($"[data-layer='{unit.Split('/')[0]}'] .legend .ends").InnerTextAsync();
        Assert.Equal(scale == "unit" ? "± its own" : $"±{high}", legend);

        var values = MapData.Read(fixture.Site, $"ladybug/{unit}");
        if (scale == "unit")
            Assert.Equal(values.Max(Math.Abs), double.Parse(high, CultureInfo.InvariantCulture), values.Max(Math.Abs) / 100);
        var colours = ColourScale.Diverging(double.Parse(high, CultureInfo.InvariantCulture));
        var pixels = await site.Page.EvaluateAsync<int[]>(
            """
            async unit => {
              const image = document.querySelector(`[data-unit="${unit}"] img`);
              await image.decode();
              const canvas = document.createElement("canvas");
              canvas.width = image.naturalWidth;
              canvas.height = image.naturalHeight;
              canvas.getContext("2d").drawImage(image, 0, 0);
              return [...canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data];
            }
            """,
            unit);
        Assert.Equal(values.Length * 4, pixels.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var (red, green, blue) = Palettes.ColourOf(colours, PaletteName.Diverging, values[i]);
            var off = Math.Max(Math.Abs(red - pixels[4 * i]),
                Math.Max(Math.Abs(green - pixels[(4 * i) + 1]), Math.Abs(blue - pixels[(4 * i) + 2])));
            Assert.True(off <= Tolerance, $"{unit}, scale {scale}, cell {i}: {values[i]} on ±{high} is off by {off}");
        }
    }

    private static async Task<double[]> Legends(SitePage site) =>
        await site.Page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('[data-palette=diverging] .legend data')].map(data => Number(data.value))");

    [GeneratedRegex("to ([0-9.]+)$")]
    private static partial Regex Number();
}
