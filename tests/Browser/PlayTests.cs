using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A convolution that happens: played, stepped and scrubbed, it adds up at every beat, and nothing is cut at any width.</summary>
public sealed class PlayTests(LargeKernelsSite site) : IClassFixture<LargeKernelsSite>
{
    public static TheoryData<string, int, int> Windows
    {
        get
        {
            var all = new TheoryData<string, int, int>();
            foreach (var route in new[] { "three/1", "five/0", "seven/1", "eleven/0" })
            {
                foreach (var (width, height) in new[] { (360, 740), (768, 1024), (1280, 720), (1440, 900), (1920, 1080) })
                    all.Add(route, width, height);
            }

            return all;
        }
    }

    [Fact]
    public async Task Steps_let_the_parts_come_in_one_after_the_other_then_the_bias_then_the_result()
    {
        var page = await site.OpenAsync(site.Url("three/1") + "#y=4&x=5");
        var (parts, next) = (page.Locator(".sum [data-partial]"), page.Locator("[data-do=next]"));
        var count = await parts.CountAsync();
        for (var beat = 0; beat < count + 2; beat++)
        {
            await next.ClickAsync();
            for (var i = 0; i < count; i++) await Assertions.Expect(parts.Nth(i)).ToBeVisibleAsync(new() { Visible = i <= beat });
            await Assertions.Expect(page.Locator(".sum .bias")).ToBeVisibleAsync(new() { Visible = beat >= count });
            await Assertions.Expect(page.Locator(".sum .is")).ToBeVisibleAsync(new() { Visible = beat > count });
            await Wanderer.AssertAddsUp(page, $"at beat {beat}");
        }

        await OperatorsSite.AssertAtAsync(page, "4,5");
        await next.ClickAsync();
        await OperatorsSite.AssertAtAsync(page, "4,6");
        await Assertions.Expect(page.Locator(".sum .is")).ToBeHiddenAsync();
        await page.Locator("[data-do=back]").ClickAsync();
        await OperatorsSite.AssertAtAsync(page, "4,5");
        await Assertions.Expect(page.Locator(".sum .is")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Played_the_map_fills_row_by_row_and_Escape_shows_it_whole()
    {
        var page = await site.OpenAsync(site.Url("three/1"));
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await page.Locator("[name=speed]").FillAsync("7");
        await page.Locator("[data-do=play]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-do=play]")).ToHaveTextAsync("❚❚ Pause");
        await page.WaitForFunctionAsync("() => Number(document.body.dataset.cell.split(',')[0]) >= 2");
        await page.Locator("[data-do=play]").ClickAsync();
        var cell = (await page.Locator("body").GetAttributeAsync("data-cell"))!;
        await Assertions.Expect(page.Locator(".result .veil")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".channels .veil").First).ToBeVisibleAsync();
        await Wanderer.AssertAddsUp(page, "while it is paused");
        await page.WaitForTimeoutAsync(200);
        await OperatorsSite.AssertAtAsync(page, cell);
        var url = page.Url;
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".result .veil")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".ahead")).ToHaveCountAsync(0);
        Assert.Equal(url.Split('#')[0], page.Url.Split('#')[0]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Played_to_the_end_the_map_is_whole()
    {
        var page = await site.OpenAsync(site.Url("three/1"));
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await page.Locator("[name=cell]").FillAsync("550");
        await Assertions.Expect(page.Locator(".result .veil")).ToBeVisibleAsync();
        await page.Locator("[name=speed]").FillAsync("7");
        await page.Locator("[name=cell]").PressAsync(" ");
        await OperatorsSite.AssertAtAsync(page, "23,23");
        await Assertions.Expect(page.Locator(".result .veil")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-do=play]")).ToHaveTextAsync("▶ Play");
        await Assertions.Expect(page.Locator("[name=cell]")).ToHaveAttributeAsync("aria-valuetext", "row 23, column 23: ");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whoever_wants_no_motion_gets_the_end_and_steps()
    {
        var page = await site.GoOnAsync(site.Url("three/1"), 1440);
        await Assertions.Expect(page.Locator("[data-do=play]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-do=next]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".result .veil")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".sum .is")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_cell_has_one_colour_on_its_map_and_in_its_numbers()
    {
        var page = await site.OpenAsync(site.Url("three/1") + "#y=4&x=5");
        var colours = await page.EvaluateAsync<string[][]>(
            """
            () => {
              const pixel = (image, x, y) => {
                const canvas = document.createElement("canvas");
                [canvas.width, canvas.height] = [image.naturalWidth || image.width, image.naturalHeight || image.height];
                const context = canvas.getContext("2d");
                context.drawImage(image, 0, 0);
                return [...context.getImageData(x, y, 1, 1).data].slice(0, 3).join();
              };
              const back = (element) => getComputedStyle(element).backgroundColor.match(/\d+/g).join();
              return [
                [pixel(document.querySelector(".result img"), 5, 4), back(document.querySelector(".sum .y"))],
                [pixel(document.querySelector(".channels .kernel img"), 0, 0), back(document.querySelector(".products .w"))],
                [pixel(document.querySelector(".channels [data-role=partial] canvas"), 5, 4), back(document.querySelector(".channels .adds"))],
              ];
            }
            """);
        foreach (var pair in colours)
        {
            var (map, number) = (pair[0].Split(',').Select(int.Parse), pair[1].Split(',').Select(int.Parse));
            Assert.All(map.Zip(number), channel => Assert.InRange(channel.First - channel.Second, -3, 3));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task The_result_its_controls_and_what_is_pointed_at_are_on_one_screen(string route, int width, int height)
    {
        var page = await site.GoOnAsync(site.Url(route) + "#y=4&x=5", 1440);
        await page.SetViewportSizeAsync(width, height);
        var maps = page.Locator(".map-view:visible");
        for (var i = 0; i < await maps.CountAsync(); i += 2)
        {
            await maps.Nth(i).EvaluateAsync("map => scrollTo(0, map.getBoundingClientRect().top + scrollY - 40)");
            await maps.Nth(i).HoverAsync(new() { Position = new() { X = 9, Y = 9 } });
            foreach (var selector in new[] { ".sum .y", "[data-do=next]", "[name=cell]" })
            {
                var box = (await page.Locator(selector).BoundingBoxAsync())!;
                Assert.InRange(box.Y, 0, height - box.Height);
                Assert.InRange(box.X, 0, width - box.Width);
            }
        }

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "it is wider than the window");
        await Assertions.Expect(page.Locator(".closeup .products .w").First).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1440, 900);
    }
}

/// <summary>Every operator can be stepped: it adds up at each beat, and no number is cut at any width.</summary>
public sealed class StepTests(OperatorsSite site) : IClassFixture<OperatorsSite>
{
    public static TheoryData<string> Pages =>
    [
        "input/0", "conv_b/1", "norm/1", "leaky/2", "add/3", "concat/5", "sigmoid/2", "peaks/1", "mean_pool/3", "max_pool/5", "global/2",
        "relu/3",
        "logits/3", "from_cells/4", "shares/2", "cells",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Adds_up_at_each_beat_and_shows_all_at_the_end(string route)
    {
        var page = await site.GoOnAsync(site.Url(route), 1440);
        var next = page.Locator("[data-do=next]");
        if (!await next.IsVisibleAsync())
        {
            // One cell of one number: there is nothing to step through.
            Assert.Contains(route, new[] { "global/2", "peaks/1" });
            return;
        }

        for (var beat = 0; beat < 6; beat++)
        {
            await next.ClickAsync();
            await Wanderer.AssertAddsUp(page, $"at beat {beat}");
        }

        foreach (var (width, height) in new[] { (360, 740), (768, 1024), (1280, 720), (1440, 900), (1920, 1080) })
        {
            await page.SetViewportSizeAsync(width, height);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"wider than {width}");
            await page.EvaluateAsync("scrollTo(0, document.querySelector('.player').getBoundingClientRect().top + scrollY - 300)");
            var box = (await next.BoundingBoxAsync())!;
            Assert.InRange(box.Y, 0, height - box.Height);
            Assert.InRange(box.X, 0, width - box.Width);
        }

        await page.SetViewportSizeAsync(1440, 900);
        if (await page.Locator("[data-do=whole]").IsVisibleAsync()) await page.Locator("[data-do=whole]").ClickAsync();
        await Assertions.Expect(page.Locator(".ahead, .held, .unmade, .undecided")).ToHaveCountAsync(0);
    }
}
