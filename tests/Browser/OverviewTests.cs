using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The overview by mouse, touch and keyboard, wide and narrow, with the script and without.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OverviewTests(BrowserFixture fixture)
{
    private const string Route = "ladybug/index.html";

    [Fact]
    public async Task Pointing_at_a_unit_shows_what_it_reads_and_Escape_takes_it_back()
    {
        await using var site = await Open();
        await site.Page.HoverAsync("[data-unit='conv_2_1/3'] .tile");
        await Assertions.Expect(site.Page.Locator(".network")).ToHaveClassAsync("network is-traced");
        await Assertions.Expect(site.Page.Locator("[data-layer=max_pool_1] .tile.is-source")).ToHaveCountAsync(10);
        await Assertions.Expect(site.Page.Locator(".tile.is-source")).ToHaveCountAsync(10);
        await Assertions.Expect(site.Page.Locator(".edges .is-source")).ToHaveAttributeAsync("data-to", "conv_2_1/3");
        await Assertions.Expect(site.Page.Locator("[data-unit='relu_2_2/0'] .tile")).Not.ToHaveCSSAsync("opacity", "1");
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToBeVisibleAsync();
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToContainTextAsync("reads 10 units of max_pool_1");
        await site.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToBeHiddenAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url(Route));
        await Assertions.Expect(site.Page.Locator(".is-source, .is-target")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_long_press_shows_the_tip_and_a_tap_opens()
    {
        await using var site = await fixture.NewPage(touch: true);
        await site.OpenAsync(fixture.Url(Route));
        const string Tile = "[data-unit='conv_1_1/0']";
        await site.Page.DispatchEventAsync(Tile, "pointerdown", new { pointerType = "touch", bubbles = true });
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToBeVisibleAsync();
        await site.Page.TapAsync("[data-unit='conv_1_1/1']");
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("ladybug/conv_1_1/1/index.html"));
    }

    [Fact]
    public async Task Arrows_walk_from_unit_to_unit_and_Enter_opens()
    {
        await using var site = await Open();
        await Assertions.Expect(site.Page.Locator(".network [data-unit][tabindex='0']")).ToHaveCountAsync(1);
        await site.Page.FocusAsync("[data-unit='input/0']");
        await Walk(site, "ArrowDown", "input/1");
        await Walk(site, "ArrowRight", "conv_1_1/5", "conv_1_1/4");
        await Walk(site, "ArrowRight", "relu_1_1/5", "relu_1_1/4");
        await Walk(site, "End", "softmax/0");
        await Walk(site, "ArrowDown", "softmax/1");
        await Walk(site, "Home", "input/0");
        await Assertions.Expect(site.Page.Locator(".unit-tip")).ToBeVisibleAsync();
        await site.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("ladybug/input/0/index.html"));
    }

    [Fact]
    public async Task Escape_leads_up()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("ladybug/conv_1_1/3/index.html"));
        foreach (var up in new[] { "ladybug/conv_1_1/index.html", Route, "index.html" })
        {
            await site.Page.Keyboard.PressAsync("Escape");
            await site.ArriveAsync(fixture.Url(up));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_picture_is_at_the_same_place(bool javaScript)
    {
        await using var site = await fixture.NewPage(javaScript: javaScript);
        await site.OpenAsync(fixture.Url("ladybug/conv_1_2/3/index.html") + "#y=10&x=12");
        await site.Page.Locator(".pictures a").Nth(1).ClickAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("pizza/conv_1_2/3/index.html") + (javaScript ? "#y=10&x=12" : ""));
    }

    [Fact]
    public async Task Strengths_draw_one_curve_a_kernel()
    {
        await using var site = await Open();
        await site.Page.CheckAsync("[name=strengths]");
        await Assertions.Expect(site.Page.Locator(".edges .weighed")).ToHaveCountAsync((10 * 3) + (3 * 10 * 10) + 10);
        Assert.True(await site.Page.Locator(".edges .below").CountAsync() > 10);
        await site.Page.UncheckAsync("[name=strengths]");
        await Assertions.Expect(site.Page.Locator(".edges .weighed")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_narrow_page_tells_it_as_a_story(bool javaScript)
    {
        await using var site = await fixture.NewPage(width: 360, height: 800, javaScript: javaScript);
        await site.OpenAsync(fixture.Url(Route));
        await Assertions.Expect(site.Page.Locator(".network .edges")).ToBeHiddenAsync();
        Assert.True(await site.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 360"));
        await Assertions.Expect(site.Page.Locator("[data-layer=conv_1_1] .caption")).ToBeVisibleAsync();
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll(".network [data-unit]")]
              .filter(link => { const box = link.getBoundingClientRect(); return box.width < 44 || box.height < 44; })
              .map(link => link.dataset.unit)
            """));
    }

    [Fact]
    public async Task Without_the_script_every_map_is_a_link_and_the_bars_are_there()
    {
        await using var site = await fixture.NewPage(javaScript: false);
        await site.OpenAsync(fixture.Url(Route));
        await Assertions.Expect(site.Page.Locator("[data-layer=softmax] .bar")).ToHaveCountAsync(10);
        await Assertions.Expect(site.Page.Locator(".choice")).ToBeHiddenAsync();
        await site.Page.CheckAsync("[name=details]");
        await Assertions.Expect(site.Page.Locator("[data-layer=conv_1_1] h3 small")).ToBeVisibleAsync();
        await site.Page.ClickAsync("[data-unit='relu_1_1/4'] .tile");
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("ladybug/relu_1_1/4/index.html"));
    }

    private async Task<SitePage> Open()
    {
        var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        return site;
    }

    private static async Task Walk(SitePage site, string key, params string[] to)
    {
        await site.Page.Keyboard.PressAsync(key);
        Assert.Contains(await site.Page.EvaluateAsync<string>("document.activeElement.dataset.unit"), to);
    }
}
