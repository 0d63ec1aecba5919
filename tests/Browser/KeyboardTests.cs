using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>The Tab key alone reaches what a page is for, in the order of the page, and shows where it is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Tab_goes_over_the_skip_link_and_the_header_into_the_network()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("index.html"));
        var stops = await Stops(site.Page, 60);
        Assert.EndsWith("#main", stops[0].Href, StringComparison.Ordinal);
        Assert.Equal(fixture.Url("index.html"), stops[1].Href);
        string[] wanted = ["network/index.html", "layers/index.html", "verify/index.html"];
        foreach (var route in wanted) Assert.Contains(stops, stop => stop.Href == fixture.Url(route));
        Assert.Contains(stops, stop => stop.IsInNetwork);
        // After the last stop of a page the focus leaves it, for a moment, to the browser.
        Assert.All(stops.Where(stop => !stop.Tag.StartsWith("BODY", StringComparison.Ordinal)), stop =>
            Assert.True(stop.HasOutline, $"no focus is seen on {stop.Tag} {stop.Href}"));
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_header()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("index.html"));
        await site.Page.Keyboard.PressAsync("Tab");
        await site.Page.Keyboard.PressAsync("Enter");
        await site.Page.Keyboard.PressAsync("Tab");
        Assert.True(await site.Page.EvaluateAsync<bool>("document.activeElement.closest('main') !== null"));
    }

    private static async Task<List<Stop>> Stops(IPage page, int count)
    {
        var stops = new List<Stop>();
        for (var i = 0; i < count; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.EvaluateAsync<Stop>(
                """
                () => {
                  const e = document.activeElement, style = getComputedStyle(e);
                  const inner = e.querySelector("img, image, rect, text");
                  return {
                    tag: e.tagName + "." + e.className,
                    href: e.href?.baseVal !== undefined ? new URL(e.href.baseVal, location).href : e.href ?? "",
                    isInNetwork: e.closest("[data-layer]") !== null,
                    hasOutline: [style, ...(inner ? [getComputedStyle(inner)] : [])].some(s => s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2),
                  };
                }
                """));
        }

        return stops;
    }

    private sealed class Stop
    {
        public string Href { get; set; } = "";

        public string Tag { get; set; } = "";

        public bool IsInNetwork { get; set; }

        public bool HasOutline { get; set; }
    }
}
