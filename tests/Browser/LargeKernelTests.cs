using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Equations of large windows: all of each number can be read, nothing moves while the cell does, and the result is where the reader points.</summary>
public sealed class LargeKernelTests(LargeKernelsSite site) : IClassFixture<LargeKernelsSite>
{
    public static TheoryData<string> Pages => ["three/1", "five/0", "seven/1", "eleven/0", "max/1", "mean/0", "cube/1"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_and_every_number_is_whole(string route) => await Wanderer.WanderAsync(site, site.Url(route), 1440, seed: 4, moves: 12);

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
            var box = (await page.Locator("[data-equation] .y").BoundingBoxAsync())!;
            Assert.InRange(box.Y, 0, height - box.Height);
        }

        await page.SetViewportSizeAsync(1440, 900);
    }

    [Fact]
    public async Task A_swipe_scrolls_the_page_and_a_finger_that_rests_first_moves_the_cell()
    {
        var page = await site.OpenAsync(site.Url("five/0"), 360, touch: true);
        var finger = await page.Context.NewCDPSessionAsync(page);
        Task Touch(string type, float x, float y) => finger.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = type, ["touchPoints"] = type == "touchEnd" ? Array.Empty<object>() : new object[] { new { x, y } },
        });
        async Task Move(float x, float y, float right, float down)
        {
            for (var i = 1; i <= 10; i++) await Touch("touchMove", x + (right * i), y + (down * i));
        }

        var map = page.Locator(".map-view[data-role=output]");
        var (left, top) = await InView(map);
        var cell = await Cell(page);
        await Touch("touchStart", left + 150, top + 150);
        await Move(left + 150, top + 150, 0, -20);
        await Touch("touchEnd", 0, 0);
        await page.WaitForFunctionAsync("() => scrollY !== window.scrolledTo");
        Assert.Equal(cell, await Cell(page));

        (left, top) = await InView(map);
        await Touch("touchStart", left + 150, top + 150);
        await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-cell", cell);
        var held = await Cell(page);
        await Move(left + 150, top + 150, 0, -9);
        await Assertions.Expect(page.Locator("body")).Not.ToHaveAttributeAsync("data-cell", held);
        Assert.True(await page.EvaluateAsync<bool>("() => scrollY === window.scrolledTo"), "the page scrolled under a finger that holds a cell");
        await Touch("touchEnd", 0, 0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Padding_is_no_cell_of_a_largest()
    {
        var page = await site.OpenAsync(site.Url("max/1") + "#y=0&x=0");
        var padding = page.Locator("[data-equation] .padding .x");
        await Assertions.Expect(padding).ToHaveCountAsync(5);
        foreach (var number in await padding.AllAsync()) Assert.Equal("", await number.TextContentAsync());
        await Assertions.Expect(page.Locator("[data-max=stays]")).ToHaveTextAsync("The largest of the 4 cells in the window stays; the rest is dropped.");
        await Assertions.Expect(page.Locator("[data-max=edge]")).ToBeVisibleAsync();
        await page.EvaluateAsync("location.hash = '#y=4&x=4'");
        await Assertions.Expect(padding).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-max=stays]")).ToContainTextAsync("9 cells");
        await Assertions.Expect(page.Locator("[data-max=edge]")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    private static Task<string> Cell(IPage page) => page.EvaluateAsync<string>("() => document.body.dataset.cell");

    /// <summary>Scrolls a map to the middle of the window.</summary>
    private static async Task<(float Left, float Top)> InView(ILocator map)
    {
        await map.EvaluateAsync("map => { scrollTo(0, map.getBoundingClientRect().top + scrollY - 300); window.scrolledTo = scrollY; }");
        var box = (await map.BoundingBoxAsync())!;
        return (box.X, box.Y);
    }
}
