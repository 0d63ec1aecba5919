using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A phone 360 pixels wide and a tablet of 768 show every page without scrolling sideways, and fingers find the links.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NarrowTests(BrowserFixture fixture)
{
    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task No_page_scrolls_sideways(string kind)
    {
        await using var site = await fixture.NewPage(360, 740, touch: true);
        await site.OpenAsync(fixture.Url(PageKinds.Route(fixture.Site, kind)));
        await AssertFits(site.Page);
        await site.Page.SetViewportSizeAsync(768, 1024);
        await AssertFits(site.Page);
    }

    internal static async Task AssertFits(IPage page)
    {
        var widest = await page.EvaluateAsync<string>(
            """
            () => document.scrollingElement.scrollWidth <= innerWidth ? "" :
              [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1)
                .map(e => e.outerHTML.slice(0, 100)).slice(0, 5).join("\n") || "something"
            """);
        Assert.Equal("", widest);
    }

    [Fact]
    public async Task Every_link_of_the_header_is_tall_enough_for_a_finger()
    {
        await using var site = await fixture.NewPage(360, 740, touch: true);
        await site.OpenAsync(fixture.Url("index.html"));
        foreach (var link in await site.Page.Locator(".site-header a").AllAsync())
            Assert.InRange((await link.BoundingBoxAsync())!.Height, 44, 200);
    }
}
