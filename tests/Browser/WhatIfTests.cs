using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;
using static Convscope.Tests.Browser.Hosting.TryPages;

namespace Convscope.Tests.Browser;

/// <summary>A reader changes the network: the controls, the list, the address and the answer always say the same.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WhatIfTests(BrowserFixture browser)
{
    private const string Route = "try/index.html";
    private const string Bias = ".changes-kernel input[type=number]";

    [Fact]
    public async Task The_controls_follow_undo_reload_and_another_unit()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var bias = page.Page.Locator(Bias).First;
        var learned = await bias.InputValueAsync();
        await bias.FillAsync("2");
        await Assertions.Expect(Changes(page)).ToHaveCountAsync(1);
        await page.Page.Locator("[data-do=undo]").ClickAsync();
        await Assertions.Expect(Changes(page)).ToHaveCountAsync(0);
        await Assertions.Expect(bias).ToHaveValueAsync(learned);
        await Assertions.Expect(page.Page.Locator("[data-do=redo]")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Control+Shift+Z");
        await Assertions.Expect(bias).ToHaveValueAsync("2");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex(@"do=bias\*conv_1_1\*0\*2$"));
        await page.Page.ReloadAsync();
        await Assertions.Expect(bias).ToHaveValueAsync("2");
        await page.Page.Locator(".changes [name=unit]").SelectOptionAsync("3");
        await Assertions.Expect(bias).Not.ToHaveValueAsync("2");
        await page.Page.Locator(".changes [name=unit]").SelectOptionAsync("0");
        await Assertions.Expect(bias).ToHaveValueAsync("2");
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_kernel_shows_the_weights_that_are_in_force()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var cells = page.Page.Locator(".kernel-cells button");
        var learned = await cells.AllTextContentsAsync();
        await page.Page.Locator(".changes [name=kernel]").SelectOptionAsync("blur");
        await Assertions.Expect(cells).ToHaveTextAsync(Enumerable.Repeat("0.11", 9));
        await cells.Nth(4).ClickAsync();
        await page.Page.Locator(Bias).Last.FillAsync("0.5");
        await Assertions.Expect(cells.Nth(4)).ToHaveTextAsync("0.50");
        await page.Page.Locator("[data-intervention=kernel] button").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-intervention=weight] button")).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator(".changes [name=kernel]")).ToHaveValueAsync("");
        await page.Page.Locator("[data-intervention=weight] button").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".changes [name=layer]")).ToBeFocusedAsync();
        await Assertions.Expect(cells).ToHaveTextAsync(learned);
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData("do=off*nolayer*0**off*conv_1_1*1**off*conv_1_1*1", 1, "off*nolayer*0")]
    [InlineData("do=patch*0*0*0*5**patch*200*3*4*5", 0, "patch*200*3*4*5")]
    [InlineData("do=off*conv_1_1*10", 0, "off*conv_1_1*10")]
    public async Task What_a_link_asks_for_in_vain_is_told(string fragment, int changes, string told)
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#" + fragment);
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).ToContainTextAsync(told);
        await Assertions.Expect(Changes(page)).ToHaveCountAsync(changes);
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task What_is_told_goes_with_the_next_thing_that_is_done()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#do=nonsense", state: "failed");
        var message = page.Page.Locator("[data-live-message]");
        await Assertions.Expect(message).ToContainTextAsync("changes of the network");
        await Assertions.Expect(message).Not.ToContainTextAsync("picture can’t");
        await page.Page.Locator(".moves summary").ClickAsync();
        await page.Page.Locator("[name=angle]").FillAsync("90");
        await Assertions.Expect(message).ToBeHiddenAsync();
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_ranking_is_of_the_picture_that_is_shown()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route) + "#unit=conv_2_2%2F1");
        await Assertions.Expect(page.Page.Locator(".changes [name=layer]")).ToHaveValueAsync("conv_2_2");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Which units" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ranking li")).ToHaveCountAsync(10);
        await Axe.AssertFindsNothingAsync(page.Page);
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".ranking")).ToHaveCountAsync(0);
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task Escape_gives_up_a_patch()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route));
        var before = await AnswersAsync(page.Page);
        await page.Page.Locator("[name=tool][value=patch]").CheckAsync();
        await page.Page.Locator(".board > canvas").FocusAsync();
        foreach (var key in new[] { " ", "Shift+ArrowRight", "Shift+ArrowDown", "Escape" }) await page.Page.Keyboard.PressAsync(key);
        Assert.Equal(before, await SettledAsync(page.Page));
        await Assertions.Expect(Changes(page)).ToHaveCountAsync(0);
        foreach (var key in new[] { " ", "Shift+ArrowRight", "Shift+ArrowDown", " " }) await page.Page.Keyboard.PressAsync(key);
        await Assertions.Expect(Changes(page)).ToHaveCountAsync(1);
        page.Recorder.AssertClean();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_a_units_page_one_press_switches_it_off(bool asFile)
    {
        const string Unit = "pizza/conv_1_2/3/index.html";
        await using var page = await browser.NewPage();
        await page.OpenAsync(asFile ? browser.FileUrl(Unit) : browser.Url(Unit));
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "switched off" }).ClickAsync();
        await UntilAsync(page.Page, "ready");
        await Assertions.Expect(page.Page.Locator("[data-intervention=off]")).ToContainTextAsync("Unit 3 of conv_1_2");
        await Assertions.Expect(page.Page.Locator(".changes [name=unit]")).ToHaveValueAsync("3");
        await using var own = await browser.OpenTryAsync(browser.Url(Route));
        var first = await AnswersAsync(own.Page);
        await own.Page.Locator("[data-recorded=pizza]").ClickAsync();
        await UntilOtherAsync(own.Page, first);
        Assert.Equal(await SettledAsync(own.Page), await NumbersAsync(page.Page, ".answers .was[value]"));
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task What_is_compared_is_seen_whole_on_a_phone()
    {
        await using var page = await browser.OpenTryAsync(browser.Url(Route), width: 360);
        await page.Page.Locator("[data-do=keep]").ClickAsync();
        await page.Page.Locator("[data-recorded]").Nth(1).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".answers small").First).ToBeVisibleAsync();
        Assert.Empty(await page.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll(".answers :is(data, small)")]
              .filter((one) => one.getBoundingClientRect().right > one.closest("li").getBoundingClientRect().right + 0.5 || one.scrollWidth > one.clientWidth + 1 && one.localName === "small")
              .map((one) => one.textContent)
            """));
        await page.Page.Locator("[data-do=drop]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-do=keep]")).ToBeFocusedAsync();
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task A_picture_of_the_site_is_compared_with_what_was_recorded_of_it()
    {
        await using var page = await browser.OpenTryAsync(browser.FileUrl(Route));
        await page.Page.Locator("[data-do=exactness]").ClickAsync();
        var said = page.Page.Locator("[data-exactness]");
        await Assertions.Expect(said).ToContainTextAsync(new Regex(@"^\d+ of 106 recorded maps"));
        var text = await said.TextContentAsync();
        if (Regex.Match(text!, @"([\d.]+) millionths of its range") is { Success: true } off)
            Assert.InRange(double.Parse(off.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 0, 10);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Switch off" }).ClickAsync();
        await Assertions.Expect(said).ToBeHiddenAsync();
        page.Recorder.AssertClean();
    }

    [Fact]
    public async Task Two_tabs_each_have_their_own_picture()
    {
        await using var one = await browser.OpenTryAsync(browser.Url(Route));
        var first = await AnswersAsync(one.Page);
        var other = await one.Page.Context.NewPageAsync();
        await other.GotoAsync(browser.Url(Route) + "#of=pizza&do=off*conv_1_1*0");
        var second = await SettledAsync(other);
        Assert.NotEqual(first, second);
        await other.Locator("[data-do=blank]").ClickAsync();
        await UntilOtherAsync(other, second);
        Assert.Equal(first, await SettledAsync(one.Page));
        await one.Page.ReloadAsync();
        Assert.Equal(first, await SettledAsync(one.Page));
        one.Recorder.AssertClean();
    }

    [Fact]
    public async Task Where_what_computes_dies_the_page_says_so()
    {
        await using var page = await browser.NewPage();
        await page.Page.AddInitScriptAsync(
            """
            const Given = Worker;
            globalThis.Worker = class extends Given { constructor(url) { super(url); globalThis.killed = this; } };
            """);
        await page.OpenAsync(browser.Url(Route));
        await UntilAsync(page.Page, "ready");
        await page.Page.EvaluateAsync("killed.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }))");
        await page.Page.Locator("[data-recorded=pizza]").ClickAsync();
        await UntilAsync(page.Page, "failed");
        await Assertions.Expect(page.Page.Locator("[data-live-message]")).ToContainTextAsync("out of memory");
        await Assertions.Expect(page.Page.Locator(".try-network .network")).ToBeVisibleAsync();
        page.Recorder.AssertClean();
    }

    private static ILocator Changes(SitePage page) => page.Page.Locator("[data-intervention]");
}
