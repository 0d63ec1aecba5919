using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The overview of a deep network: modules that open and close, by mouse, by keyboard, by address, with the script and
/// without.</summary>
public sealed class ModuleTests(DeepSite deep) : IClassFixture<DeepSite>
{
    private const string Route = "koala/index.html";

    [Fact]
    public async Task A_heading_opens_its_module_and_the_address_remembers_it()
    {
        await using var site = await deep.OpenAsync(Route);
        var heading = site.Page.Locator(".opens[data-part=module-3] h3 a");
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-expanded", "false");
        await heading.ClickAsync();
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(site.Page.Locator("#module-3 [data-unit='block0-first-conv/0'] .tile")).ToBeVisibleAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(deep.Url(Route) + "#open=3");
        await site.Page.ReloadAsync();
        await Assertions.Expect(site.Page.Locator("#module-3")).ToBeVisibleAsync();
        await site.Page.Locator(".opens[data-part=module-3] h3 a").ClickAsync();
        await Assertions.Expect(site.Page.Locator("#module-3")).ToBeHiddenAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(deep.Url(Route));
        site.Recorder.AssertClean();
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(360, 740)]
    public async Task What_is_opened_stands_below_the_strip_at_the_top(int width, int height)
    {
        await using var site = await deep.OpenAsync(Route, width);
        await site.Page.SetViewportSizeAsync(width, height);
        foreach (var part in new[] { "module-3", "module-7", "module-9" })
        {
            await site.Page.EvaluateAsync(
                "part => document.querySelector(`.minimap [data-part=${part}]`).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))", part);
            await Assertions.Expect(site.Page.Locator("#" + part)).ToBeVisibleAsync();
            var below = await site.Page.EvaluateAsync<double>(
                "part => document.querySelector('#' + part).getBoundingClientRect().top - document.querySelector('.minimap').getBoundingClientRect().bottom", part);
            Assert.InRange(below, 0, height);
        }
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(1280)]
    [InlineData(1440)]
    [InlineData(1920)]
    public async Task Words_of_headings_are_never_broken(int width)
    {
        await using var site = await deep.OpenAsync(Route, width);
        await site.Page.ClickAsync("[data-open=all]");
        await Assertions.Expect(site.Page.Locator("#module-3")).ToBeVisibleAsync();
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(FirstLookTests.BrokenWords));
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(FirstLookTests.Overlapping));
    }

    [Fact]
    public async Task On_paper_a_deep_network_is_told_layer_by_layer()
    {
        await using var site = await deep.OpenAsync(Route, 1046);
        await site.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(FirstLookTests.Cut, "main .share, main .bar, main h3, main .name"));
    }

    [Fact]
    public async Task By_keyboard_Enter_opens_and_arrows_walk_inside()
    {
        await using var site = await deep.OpenAsync(Route);
        await site.Page.FocusAsync(".opens[data-part=module-3] h3 a");
        await site.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(site.Page.Locator("#module-3")).ToBeVisibleAsync();
        await site.Page.FocusAsync("#module-3 [data-unit='block0-first-conv/0']");
        await site.Page.Keyboard.PressAsync("ArrowDown");
        await site.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(site.Page.Locator(":focus")).ToHaveAttributeAsync("data-unit", "block0-first-relu/1");
        await Assertions.Expect(site.Page.Locator("#module-3 [data-unit='block0-first-conv/1'] .tile.is-source")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("#open=3.9-2", "#module-3", "#module-9-2")]
    [InlineData("#module-7", "#module-7", "#module-7")]
    public async Task An_address_leads_to_open_modules(string fragment, string first, string second)
    {
        await using var site = await deep.OpenAsync(Route + fragment);
        await Assertions.Expect(site.Page.Locator(first)).ToBeVisibleAsync();
        await Assertions.Expect(site.Page.Locator(second)).ToBeVisibleAsync();
        await Assertions.Expect(site.Page.Locator("#module-4")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task All_open_and_all_close()
    {
        await using var site = await deep.OpenAsync(Route);
        await site.Page.ClickAsync("[data-open=all]");
        await Assertions.Expect(site.Page.Locator(".frame > .network > details[open]")).ToHaveCountAsync(9);
        await site.Page.ClickAsync("[data-open=none]");
        await Assertions.Expect(site.Page.Locator("details[open]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(360)]
    public async Task Without_the_script_a_module_opens_too(int width)
    {
        await using var site = await deep.OpenAsync(Route, width, javaScript: false);
        await Assertions.Expect(site.Page.Locator(".openers")).ToBeHiddenAsync();
        await site.Page.Locator("details[data-part=module-3] > summary").ClickAsync();
        await site.Page.Locator("#module-3 [data-unit='block0-sum-add/0']").ClickAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(deep.Url("koala/block0-sum-add/0/index.html"));
    }

    [Fact]
    public async Task The_minimap_leads_to_a_module_and_marks_what_is_in_view()
    {
        await using var site = await deep.OpenAsync(Route);
        await Assertions.Expect(site.Page.Locator(".minimap a.is-seen")).Not.ToHaveCountAsync(0);
        await site.Page.Locator(".minimap a[data-part=module-8]").ClickAsync();
        await Assertions.Expect(site.Page.Locator("#module-8")).ToBeInViewportAsync();
        await Assertions.Expect(site.Page.Locator(".minimap a[data-part=module-8]"))
            .ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-open"));
        await Assertions.Expect(site.Page.GetByRole(AriaRole.Navigation, new() { Name = "The whole network, small" })
            .GetByRole(AriaRole.Link)).ToHaveCountAsync(11);
    }

    [Fact]
    public async Task Pointing_traces_within_a_module_along_its_arc_and_through_closed_ones()
    {
        await using var site = await deep.OpenAsync(Route + "#open=4");
        await site.Page.HoverAsync("#module-4 [data-unit='block1-sum-add/2'] .tile");
        await Assertions.Expect(site.Page.Locator("#module-4 [data-unit='block1-second/2'] .tile.is-source")).ToHaveCountAsync(1);
        await Assertions.Expect(site.Page.Locator("#module-4 .entry .tile.is-source")).ToHaveCountAsync(1);
        await Assertions.Expect(site.Page.Locator("#module-4 .arc.is-source")).ToHaveCountAsync(1);
        await site.Page.Keyboard.PressAsync("Escape");
        await site.Page.HoverAsync(".frame > .network > [data-part=module-4] [data-unit] .tile");
        await Assertions.Expect(site.Page.Locator(".frame > .network > [data-part=module-3] .tile.is-source")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task Maps_and_numbers_of_closed_modules_are_not_loaded()
    {
        await using var site = await deep.OpenAsync(Route, until: WaitUntilState.NetworkIdle);
        Assert.DoesNotContain(site.Recorder.Responses, response =>
            response.Url.Contains("/maps/koala/block0-first-conv/", StringComparison.Ordinal));
        await site.Page.CheckAsync("[name=scale][value=unit]");
        await site.Page.WaitForSelectorAsync(".network.deep[data-scale=unit]");
        Assert.Equal(1, Values(site));
        await site.Page.ClickAsync(".opens[data-part=module-3] h3 a");
        await site.Page.WaitForSelectorAsync("#module-3 .network[data-scale=unit]");
        Assert.Equal(2, Values(site));
        Assert.Contains(site.Recorder.Responses, response => response.Url.Contains("/maps/koala/block0-first-conv/", StringComparison.Ordinal));
        await Assertions.Expect(site.Page.Locator("#module-3 [data-layer=block0-first-conv] .ends")).ToHaveTextAsync("± its own");
        site.Recorder.AssertClean();

        static int Values(SitePage site) => site.Recorder.Responses.Count(response =>
            response.Url.Contains("/data/koala/overview", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_networks_page_and_a_layers_page_show_where_one_is()
    {
        await using var site = await deep.OpenAsync("network/index.html");
        await site.Page.Locator(".minimap a[data-part=module-7]").ClickAsync();
        await Assertions.Expect(site.Page.Locator("th#module-7")).ToBeInViewportAsync();
        await site.Page.Locator("th#mixed0-join a").ClickAsync();
        await Assertions.Expect(site.Page.Locator(".minimap [aria-current]")).ToHaveAttributeAsync("data-part", "module-7");
        await site.Page.Locator(".minimap a[data-part=module-7]").ClickAsync();
        await Assertions.Expect(site.Page.Locator("#module-7")).ToBeVisibleAsync();
    }

    /// <summary>A page of every kind that a deep network's site has otherwise than a small one's.</summary>
    [Theory]
    [InlineData(Route + "#open=3.7.9-2")]
    [InlineData("network/index.html")]
    [InlineData("koala/mixed0-join/index.html")]
    [InlineData("verify/index.html")]
    public async Task Axe_finds_nothing_and_the_page_never_scrolls_sideways(string route)
    {
        await using var site = await deep.OpenAsync(route);
        await Axe.AssertFindsNothingAsync(site.Page);
        Assert.True(await site.Page.EvaluateAsync<bool>("innerWidth === 360 && document.documentElement.scrollWidth <= innerWidth"));
    }
}
