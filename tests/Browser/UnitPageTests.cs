using System.Text.RegularExpressions;
using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The pages of units alive: wherever the reader goes, every equation adds up from what is shown.</summary>
public sealed class UnitPageTests(OperatorsSite site) : IClassFixture<OperatorsSite>
{
    /// <summary>A unit of every operator; the flatten has its layer's page.</summary>
    public static TheoryData<string> Pages =>
    [
        "input/0", "conv_a/2", "conv_b/1", "norm/1", "leaky/2", "tanh/1", "add/3", "concat/5", "sigmoid/2", "elu/1", "swish/2", "hard/0",
        "softplus/3", "lifted/1", "clip/2", "complement/3", "scaled/2", "gelu/5", "peaks/1", "gated/4", "mean_pool/3", "max_pool/5",
        "global/2", "relu/3",
        "from_means/2", "from_cells/4", "logits/3", "shares/2", "cells",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_after_any_move(string route) => await Wanderer.WanderAsync(site, site.Url(route), 1440, seed: 1, moves: 20);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_after_any_move_from_a_file_on_a_phone(string route) =>
        await Wanderer.WanderAsync(site, site.Url(route, asFile: true), 360, seed: 2, moves: 8);

    [Fact]
    public async Task The_fragment_holds_the_cell_and_back_goes_back()
    {
        var page = await site.OpenAsync(site.Url("leaky/2") + "#y=4&x=7");
        await OperatorsSite.AssertAtAsync(page, "4,7");
        var map = page.Locator(".map-view[data-role=output]");
        await map.ClickAsync(new() { Position = new() { X = 3, Y = 3 } });
        await OperatorsSite.AssertAtAsync(page, "0,0");
        await Assertions.Expect(page).ToHaveURLAsync(site.Url("leaky/2") + "#y=0&x=0");
        await page.ReloadAsync();
        await page.Locator("html[data-ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await OperatorsSite.AssertAtAsync(page, "0,0");
        await page.GoBackAsync();
        await OperatorsSite.AssertAtAsync(page, "4,7");
        await page.GoForwardAsync();
        await OperatorsSite.AssertAtAsync(page, "0,0");
        await page.Context.CloseAsync();
    }

    /// <summary>What the script makes isn't written on a thousand pages.</summary>
    [Fact]
    public async Task A_kernel_tells_its_weights_and_each_map_what_it_is()
    {
        var page = await site.OpenAsync(site.Url("conv_b/1"));
        var kernel = page.Locator(".channels .kernel").Nth(1);
        await kernel.HoverAsync();
        await Assertions.Expect(kernel.Locator(".tip")).ToBeVisibleAsync();
        var shown = await kernel.Locator(".tip .k").AllInnerTextsAsync();
        var unit = await page.Locator(".channels li").Nth(1).GetAttributeAsync("data-unit");
        var weights = page.Locator($".equation .part[data-unit=\"{unit}\"] .w");
        Assert.NotEmpty(shown);
        Assert.Equal(await Exact(weights), await Exact(kernel.Locator(".k")));
        await Assertions.Expect(kernel).ToHaveAttributeAsync("aria-label", new Regex("^Kernel for [^x]*" + Regex.Escape(shown[^1]) + "$"));
        await Assertions.Expect(kernel).Not.ToHaveAttributeAsync("title", new Regex("."));
        foreach (var (role, label) in new[] { ("input", "^Input map: "), ("output", "^Output map: "), ("partial", "^What .* adds, ") })
        {
            await Assertions.Expect(page.Locator($".map-view[data-role={role}]").First)
                .ToHaveAttributeAsync("aria-label", new Regex(label + ".*Arrow keys move the cell.$"));
        }

        await page.Context.CloseAsync();

        static async Task<float[]> Exact(ILocator all) =>
            await all.EvaluateAllAsync<float[]>("all => all.map(one => Math.fround(one.getAttribute('value')))");
    }

    [Fact]
    public async Task A_tap_chooses_a_cell()
    {
        var page = await site.OpenAsync(site.Url("max_pool/5"), 360, touch: true);
        await page.Locator(".map-view[data-role=input]").TapAsync(new() { Position = new() { X = 4, Y = 4 } });
        await OperatorsSite.AssertAtAsync(page, "0,0");
        await Assertions.Expect(page.Locator("[data-equation=max-pool] .winner")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task All_numbers_of_a_map_are_in_a_table()
    {
        var page = await site.OpenAsync(site.Url("norm/1") + "#y=2&x=3");
        await page.Locator("details.numbers summary").ClickAsync();
        await page.Locator("details.numbers table").WaitForAsync();
        await Assertions.Expect(page.Locator("details.numbers td data")).ToHaveCountAsync(20 * 24);
        var marked = await page.Locator("details.numbers td[aria-current] data").GetAttributeAsync("value");
        Assert.Equal(await page.Locator("[data-equation] .y").GetAttributeAsync("value"), marked);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_if_adds_up_says_so_and_can_be_undone()
    {
        var page = await site.OpenAsync(site.Url("shares/2"));
        var before = await page.Locator("[data-equation=softmax] tbody").InnerTextAsync();
        var sliders = page.Locator(".slider input");
        await Assertions.Expect(page.Locator(".what-if")).ToBeHiddenAsync();
        for (var i = 0; i < await sliders.CountAsync(); i += 3)
        {
            await sliders.Nth(i).FocusAsync();
            for (var press = 0; press < 4; press++) await page.Keyboard.PressAsync("ArrowRight");
            await sliders.Nth(i)
                .EvaluateAsync("(slider, i) => { slider.value = String(Number(slider.max) - i); slider.dispatchEvent(new Event('input')); }", i);
            await Wanderer.AssertAddsUp(page, $"after slider {i}");
        }

        await Assertions.Expect(page.Locator(".what-if")).ToBeVisibleAsync();
        await page.Locator(".what-if button").ClickAsync();
        Assert.Equal(before, await page.Locator("[data-equation=softmax] tbody").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_product_of_a_dense_layer_leads_to_its_row_and_back()
    {
        var page = await site.OpenAsync(site.Url("from_cells/4"));
        await page.Locator("html[data-products]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var row = page.Locator("tr[data-input]").First;
        await row.HoverAsync();
        await Assertions.Expect(page.Locator("[data-group].lit")).ToHaveCountAsync(1);
        Assert.Equal(await row.Locator(".p").GetAttributeAsync("value"), await page.Locator("[data-equation=product] .y")
            .GetAttributeAsync("value"));
        await page.Locator("[data-group='3'] .map-view[data-role=products]").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#i=[0-9]+$"));
        Assert.StartsWith("unit 3 at", await page.Locator("[data-equation=product] .where").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
