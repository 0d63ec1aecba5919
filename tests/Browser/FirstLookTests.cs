using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>What a reader sees on the first look, by geometry: answers whole at every width, a network that grows, curves that tell the
/// truth, paper that cuts nothing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FirstLookTests(BrowserFixture fixture)
{
    private const string Route = "ladybug/index.html";

    /// <summary>Elements with a text that a box around them, or the window, cuts off sideways.</summary>
    internal const string Cut =
        """
        (selector) => [...document.querySelectorAll(selector)].filter(e => {
          if (!e.checkVisibility() || e.closest(".visually-hidden")) return false;
          const box = e.getBoundingClientRect();
          if (box.width <= 1) return false;
          for (let around = e; around; around = around.parentElement) {
            if (around !== e && getComputedStyle(around).overflowX === "visible") continue;
            const { left, right } = around.getBoundingClientRect();
            if (around !== document.body && around !== document.documentElement && (box.right > right + 1 || box.left < left - 1)) return true;
          }
          return box.right > document.documentElement.clientWidth + 1 || box.left < -1 || getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
        }).map(e => e.className + ": " + e.textContent.trim().slice(0, 40))
        """;

    /// <summary>Words of the network's headings that don't stand on one line, or are cut.</summary>
    internal const string BrokenWords =
        """
        () => [...document.querySelectorAll(".network :is(h3, h4) a")].filter(e => e.checkVisibility()).flatMap(link => {
          const broken = link.scrollWidth > link.clientWidth + 1 ? [link.textContent + " is cut"] : [];
          for (const node of link.childNodes) {
            if (node.nodeType !== 3) continue;
            for (const word of node.data.matchAll(/\S+/g)) {
              const range = document.createRange();
              range.setStart(node, word.index);
              range.setEnd(node, word.index + word[0].length);
              if (new Set([...range.getClientRects()].map(r => Math.round(r.top))).size > 1) broken.push(word[0] + " in " + link.textContent);
            }
          }
          return broken;
        })
        """;

    /// <summary>Neighbouring headings that lie over each other.</summary>
    internal const string Overlapping =
        """
        () => {
          const boxes = [...document.querySelectorAll(".network :is(h3, h4) a")].filter(e => e.checkVisibility()).map(e => [e.textContent, e.getBoundingClientRect()]);
          return boxes.flatMap(([one, a], i) => boxes.slice(i + 1).filter(([, b]) =>
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1).map(([other]) => one + " / " + other));
        }
        """;

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1024)]
    [InlineData(1280)]
    [InlineData(1440)]
    [InlineData(1920)]
    public async Task The_answers_are_whole_and_headings_break_between_words(int width)
    {
        await using var site = await fixture.NewPage(width, 900);
        await site.OpenAsync(fixture.Url(Route));
        Assert.Equal(10, await site.Page.Locator(".network .bars .share").CountAsync());
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(Cut,
            ".network .bars .share, .network .bars .bar, .network .bars .name, .bars-note, .reads-all"));
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(BrokenWords));
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(Overlapping));
    }

    [Fact]
    public async Task A_larger_screen_shows_a_larger_network()
    {
        await using var site = await fixture.NewPage(1440, 900);
        await site.OpenAsync(fixture.Url(Route));
        var (tile, type) = (await Size(site.Page, ".network .tile"), await Type(site.Page));
        await site.Page.SetViewportSizeAsync(1920, 1080);
        Assert.InRange(await Size(site.Page, ".network .tile"), tile * 1.2, tile * 1.5);
        Assert.InRange(await Type(site.Page), type * 1.1, type * 1.5);
    }

    /// <summary>An output reads the whole row: what is drawn into it spans the row; a map lies in its own stretch of it.</summary>
    [Fact]
    public async Task Curves_between_a_row_and_its_readers_show_that_each_reads_all()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        var strip = (await site.Page.Locator("[data-layer=flatten] .tile").BoundingBoxAsync())!;
        for (var unit = 0; unit < 10; unit++)
        {
            var read = (await site.Page.Locator($".edges .area[data-to='output/{unit}']").BoundingBoxAsync())!;
            Assert.InRange(read.Height, strip.Height - 2, strip.Height + 2);
        }

        var laid = (await site.Page.Locator(".edges .area[data-to='flatten/-1']").BoundingBoxAsync())!;
        Assert.InRange(laid.Height, strip.Height - 2, strip.Height + 2);
        await Assertions.Expect(site.Page.Locator(".reads-all")).ToHaveTextAsync("each reads all 1,690");
        await site.Page.HoverAsync("[data-unit='output/4'] .tile");
        await Assertions.Expect(site.Page.Locator(".edges .is-source")).ToHaveAttributeAsync("data-to", "output/4");
    }

    /// <summary>A4 upright and across, less the margins.</summary>
    [Theory]
    [InlineData(Route, 718)]
    [InlineData(Route, 1046)]
    [InlineData("ladybug/softmax/4/index.html", 718)]
    [InlineData("ladybug/softmax/index.html", 718)]
    [InlineData("learn/what-is-a-cnn/index.html", 718)]
    [InlineData("learn/softmax/index.html", 718)]
    [InlineData("network/index.html", 718)]
    public async Task On_paper_nothing_is_cut(string route, int width)
    {
        await using var site = await fixture.NewPage(width, 1000);
        await site.OpenAsync(fixture.Url(route));
        await site.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(Cut,
            "main .share, main .bar, main .name, main data, main td, main th, main .fig-shares li, main h3, main p"));
    }

    [Fact]
    public async Task The_sliders_of_all_classes_have_one_range()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("ladybug/softmax/4/index.html"));
        var ranges = await site.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.slider input')].map(e => e.min + ' to ' + e.max)");
        Assert.Equal(10, ranges.Length);
        Assert.Single(ranges.Distinct());
        var values = await site.Page.EvaluateAsync<double[]>(
            "() => [...document.querySelectorAll('.softmax-table tbody tr')].map(e => Math.abs(e.querySelector('.slider input').value - e.querySelector('.x').getAttribute('value')))");
        Assert.All(values, difference => Assert.InRange(difference, 0, 1e-4));
    }

    [Fact]
    public async Task How_the_network_is_drawn_stays_from_picture_to_picture()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url(Route));
        foreach (var name in new[] { "details", "strengths" }) await site.Page.CheckAsync($"[name={name}]");
        await site.Page.CheckAsync("[name=scale][value=network]");
        foreach (var picture in new[] { "pizza", "ladybug" })
        {
            await site.Page.ClickAsync($".pictures a[href*='{picture}']");
            await Assertions.Expect(site.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/{picture}/"));
            foreach (var name in new[] { "details", "strengths" })
                await Assertions.Expect(site.Page.Locator($"[name={name}]")).ToBeCheckedAsync();
            await Assertions.Expect(site.Page.Locator("[name=scale][value=network]")).ToBeCheckedAsync();
            await Assertions.Expect(site.Page.Locator(".network")).ToHaveAttributeAsync("data-scale", "network");
            await Assertions.Expect(site.Page.Locator(".edges .weighed").First).ToBeVisibleAsync();
        }

        await site.OpenAsync(fixture.Url("ladybug/conv_1_1/index.html"));
        await site.OpenAsync(fixture.Url(Route));
        await Assertions.Expect(site.Page.Locator("[name=scale][value=network]")).ToBeCheckedAsync();
        site.Recorder.AssertClean();
    }

    private static async Task<double> Size(IPage page, string selector) => (await page.Locator(selector).First.BoundingBoxAsync())!.Width;

    private static Task<double> Type(IPage page) =>
        page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('.network .bars .name')).fontSize)");
}
