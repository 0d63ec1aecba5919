using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Equations of large windows: all of each number can be read, nothing moves while the cell does, and the result is where the
/// reader points.</summary>
public sealed class LargeKernelTests(LargeKernelsSite site) : IClassFixture<LargeKernelsSite>
{
    public static TheoryData<string> Pages => ["three/1", "five/0", "seven/1", "eleven/0", "max/1", "mean/0", "cube/1"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_and_every_number_is_whole(string route) =>
        await Wanderer.WanderAsync(site, site.Url(route), 1440, seed: 4, moves: 12);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_moves_while_the_cell_does(string route)
    {
        var page = await site.GoOnAsync(site.Url(route), 1440);
        foreach (var width in new[] { 1280, 360 })
        {
            await page.SetViewportSizeAsync(width, 740);
            var layouts = await page.EvaluateAsync<string[]>(
                """
                async () => {
                  const layouts = new Set();
                  for (let i = 0; i < 40; i++) {
                    location.replace(`#y=${(i * 7) % 12}&x=${(i * 5) % 12}`);
                    await new Promise((done) => setTimeout(done));
                    const places = [...document.querySelectorAll(".part, .terms, .terms [data-term], .map-view, h2")].map((e) => [e.offsetTop, e.offsetLeft, e.offsetHeight].join());
                    layouts.add([document.documentElement.scrollHeight, ...places].join(" "));
                  }
                  return [...layouts];
                }
                """);
            Assert.Single(layouts);
        }

        await page.SetViewportSizeAsync(1440, 900);
    }

    [Theory]
    [InlineData("seven/1", 1280, 720)]
    [InlineData("seven/1", 360, 740)]
    [InlineData("max/1", 1280, 720)]
    [InlineData("max/1", 360, 740)]
    [InlineData("cube/1", 360, 740)]
    public async Task The_result_is_on_the_screen_wherever_the_reader_points(string route, int width, int height)
    {
        var page = await site.GoOnAsync(site.Url(route), 1440);
        await page.SetViewportSizeAsync(width, height);
        foreach (var map in await page.Locator(".map-view:visible").AllAsync())
        {
            await map.EvaluateAsync("map => scrollTo(0, map.getBoundingClientRect().top + scrollY - 90)");
            await map.HoverAsync(new() { Position = new() { X = 9, Y = 9 } });
            var box = (await page.Locator(".sum .y, .step [data-equation] .y").BoundingBoxAsync())!;
            Assert.InRange(box.Y, 0, height - box.Height);
        }

        await page.SetViewportSizeAsync(1440, 900);
    }

    [Fact]
    public async Task A_swipe_that_starts_on_a_map_scrolls_the_page()
    {
        var page = await site.OpenAsync(site.Url("five/0"), 360, touch: true);
        var finger = await Finger.OnAsync(page, page.Locator(".map-view[data-role=output]"));
        var (cell, scroll) = (await Cell(page), await Scroll(page));
        await finger.PressAsync();
        await finger.MoveAsync(0, -200);
        await finger.LiftAsync();
        Assert.NotEqual(scroll, await Scroll(page));
        Assert.Equal(cell, await Cell(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_finger_that_rests_first_moves_the_cell()
    {
        var page = await site.OpenAsync(site.Url("five/0"), 360, touch: true);
        var finger = await Finger.OnAsync(page, page.Locator(".map-view[data-role=output]"));
        var (cell, scroll) = (await Cell(page), await Scroll(page));
        await finger.PressAsync();
        await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-cell", cell);
        var held = await Cell(page);
        await finger.MoveAsync(0, -90);
        await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-cell", held);
        Assert.Equal(scroll, await Scroll(page));
        await finger.LiftAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Padding_is_no_cell_of_a_largest()
    {
        var page = await site.OpenAsync(site.Url("max/1") + "#y=0&x=0");
        var padding = page.Locator("[data-equation] .padding .x");
        await Assertions.Expect(padding).ToHaveCountAsync(5);
        foreach (var number in await padding.AllAsync()) Assert.Equal("", await number.TextContentAsync());
        await Assertions.Expect(page.Locator("[data-max=stays]"))
            .ToHaveTextAsync("The largest of the 4 cells in the window stays; the rest is dropped.");
        await Assertions.Expect(page.Locator("[data-max=edge]")).ToBeVisibleAsync();
        await page.EvaluateAsync("location.hash = '#y=4&x=4'");
        await Assertions.Expect(padding).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-max=stays]")).ToContainTextAsync("9 cells");
        await Assertions.Expect(page.Locator("[data-max=edge]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    private static Task<string> Cell(IPage page) => page.EvaluateAsync<string>("() => document.body.dataset.cell");

    private static Task<double> Scroll(IPage page) => page.EvaluateAsync<double>("() => scrollY");
}
