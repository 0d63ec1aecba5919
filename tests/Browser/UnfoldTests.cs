using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A map of the overview unfolds in place, under its page's own address; Escape and Back fold it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UnfoldTests(BrowserFixture fixture)
{
    private const string Route = "ladybug/index.html", Unit = "ladybug/conv_1_1/4/index.html";

    [Fact]
    public async Task Served_it_has_the_address_of_its_page_and_folds()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        var page = site.Page;
        await page.ClickAsync("[data-unit='conv_1_1/4'] .tile");
        await Assertions.Expect(page).ToHaveURLAsync(fixture.Url(Unit));
        var inside = page.FrameLocator(".unfold iframe");
        await Assertions.Expect(inside.Locator("html[data-ready] .sum .y")).ToBeVisibleAsync();
        await Assertions.Expect(inside.Locator(".site-header")).ToBeHiddenAsync();
        await inside.Locator(".siblings [rel=next]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(fixture.Url("ladybug/conv_1_1/5/index.html"));
        await inside.Locator(".result .map-view").ClickAsync(new() { Position = new() { X = 5, Y = 5 } });
        await Assertions.Expect(page).ToHaveURLAsync(fixture.Url("ladybug/conv_1_1/5/index.html#y=1&x=1"));
        await page.Keyboard.PressAsync("Escape");
        await Folded(page, fixture.Url(Route));
        await Assertions.Expect(page.Locator("[data-unit='conv_1_1/4']")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(fixture.Url(Unit));
        await page.GoBackAsync();
        await Folded(page, fixture.Url(Route));
        await page.GoForwardAsync();
        await Assertions.Expect(page.Locator(".unfold")).ToBeVisibleAsync();
        await page.Locator(".unfold-bar button").ClickAsync();
        await Folded(page, fixture.Url(Route));
        site.Recorder.AssertClean();
    }

    [Fact]
    public async Task From_a_file_the_fragment_says_which_and_opens_it_again()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.FileUrl(Route));
        var page = site.Page;
        await page.ClickAsync("[data-unit='conv_1_1/4'] .tile");
        await Assertions.Expect(page).ToHaveURLAsync(fixture.FileUrl(Route) + "#unfold=conv_1_1%2F4");
        await page.ReloadAsync();
        await Assertions.Expect(page.FrameLocator(".unfold iframe").Locator("html[data-ready] .sum .y")).ToBeVisibleAsync();
        await page.Locator(".unfold-bar button").ClickAsync();
        await Folded(page, fixture.FileUrl(Route));
    }

    [Fact]
    public async Task A_modified_click_and_a_phone_follow_the_link()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        var opened = await site.Page.Context.RunAndWaitForPageAsync(() =>
            site.Page.ClickAsync("[data-unit='conv_1_1/4'] .tile", new() { Modifiers = [KeyboardModifier.Control] }));
        await Assertions.Expect(opened).ToHaveURLAsync(fixture.Url(Unit));
        await Assertions.Expect(site.Page.Locator(".unfold")).ToHaveCountAsync(0);
        await site.Page.SetViewportSizeAsync(360, 740);
        await site.Page.ClickAsync("[data-unit='conv_1_1/4'] .tile");
        await site.ArriveAsync(fixture.Url(Unit));
        await Assertions.Expect(site.Page.Locator(".unfold")).ToHaveCountAsync(0);
        await Assertions.Expect(site.Page.Locator(".site-header")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Unfolded_axe_finds_nothing_and_nothing_is_cut()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        await site.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await site.Page.ClickAsync("[data-unit='conv_1_1/4'] .tile");
        var inside = site.Page.FrameLocator(".unfold iframe");
        await Assertions.Expect(inside.Locator("html[data-ready]")).ToHaveCountAsync(1);
        foreach (var (width, height) in new[] { (900, 700), (1280, 720), (1440, 900), (1920, 1080) })
        {
            await site.Page.SetViewportSizeAsync(width, height);
            Assert.True(await inside.Locator("html").EvaluateAsync<bool>("root => root.scrollWidth <= root.clientWidth"), $"cut at {width}");
            var box = (await site.Page.Locator(".unfold").BoundingBoxAsync())!;
            Assert.InRange(box.X, 0, width - box.Width);
            Assert.InRange(box.Y, 0, height - box.Height);
        }

        await Axe.AssertFindsNothingAsync(site.Page);
    }

    private static async Task Folded(IPage page, string url)
    {
        await Assertions.Expect(page.Locator(".unfold")).ToHaveCountAsync(0);
        await Assertions.Expect(page).ToHaveURLAsync(url);
    }
}
