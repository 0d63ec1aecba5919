using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>In class: a chapter block by block, a unit beat by beat, one step a key.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PresentTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_chapter_is_shown_block_by_block_and_goes_on_in_the_next()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("learn/convolution/index.html"));
        var (page, lit) = (site.Page, site.Page.Locator(".spotlit"));
        await page.Locator(".present").ClickAsync();
        await Assertions.Expect(page.Locator(".site-header")).ToBeHiddenAsync();
        await Assertions.Expect(lit).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".present-help")).ToBeVisibleAsync();
        var first = await lit.InnerTextAsync();
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(lit).ToHaveCountAsync(1);
        Assert.NotEqual(first, await lit.InnerTextAsync());
        await Assertions.Expect(lit).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(first, await lit.InnerTextAsync());
        await page.Locator(".present-bar").GetByRole(AriaRole.Button, new() { Name = "Next step" }).ClickAsync();
        Assert.NotEqual(first, await lit.InnerTextAsync());
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".spotlight")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/learn/(?!convolution)[^/]+/index.html#present="));
        await Assertions.Expect(page.Locator("html[data-presenting] .spotlit")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("html[data-presenting], .spotlit")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".site-header")).ToBeVisibleAsync();
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_unit_is_shown_beat_by_beat()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("ladybug/conv_1_1/3/index.html#present="));
        var page = site.Page;
        await Assertions.Expect(page.Locator("html[data-presenting] .site-header")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".sum [data-partial]").Nth(0)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".sum [data-partial]").Nth(1)).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".sum [data-partial]").Nth(1)).ToBeVisibleAsync();
        foreach (var (width, height) in new[] { (1280, 720), (1440, 900), (1920, 1080) })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"wider than {width}");
        }

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("conv_1_1/3/index.html"));
        await Assertions.Expect(page.Locator("html[data-presenting]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_figure_of_a_unit_comes_alive_as_it_comes_near()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("learn/convolution/index.html"));
        await Assertions.Expect(site.Page.Locator("#unit-conv-first-first .is-live")).ToHaveCountAsync(1);
        var inside = site.Page.FrameLocator("#unit-conv-first-first iframe");
        await Assertions.Expect(inside.Locator(".site-header, .parts").First).ToBeHiddenAsync();
        await inside.Locator("[data-do=next]").ClickAsync();
        await Assertions.Expect(inside.Locator(".sum [data-partial]").Nth(1)).ToBeHiddenAsync();
        foreach (var width in new[] { 360, 768, 1280, 1440, 1920 })
        {
            await site.Page.SetViewportSizeAsync(width, 900);
            Assert.True(await site.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"wider than {width}");
            Assert.True(await inside.Locator("html").EvaluateAsync<bool>("root => root.scrollWidth <= root.clientWidth"), $"cut at {width}");
        }

        site.Recorder.AssertClean();
    }
}
