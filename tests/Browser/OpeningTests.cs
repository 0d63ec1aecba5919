using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>Every kind of page opens, from a file and from a sub-path, with JavaScript on and off, and nothing goes wrong.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OpeningTests(BrowserFixture fixture)
{
    [Fact]
    public void Every_kind_of_page_is_in_the_list() =>
        Assert.Equal(PageKinds.All.Order(), fixture.Site.Pages.Select(route => PageKinds.Of(fixture.Site, route)).Distinct().Order());

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Opens_below_a_sub_path(string kind) =>
        await Opens(fixture.Url(PageKinds.Route(fixture.Site, kind)), kind, javaScript: true);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Opens_without_javascript(string kind) =>
        await Opens(fixture.Url(PageKinds.Route(fixture.Site, kind)), kind, javaScript: false);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Opens_from_a_file(string kind)
    {
        // The page for missing addresses is told where the site stands; as a file it stands elsewhere.
        if (kind == PageKinds.NotFound) return;
        await Opens(fixture.FileUrl(PageKinds.Route(fixture.Site, kind)), kind, javaScript: true);
        await Opens(fixture.FileUrl(PageKinds.Route(fixture.Site, kind)), kind, javaScript: false);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_leads_home()
    {
        await using var site = await fixture.NewPage();
        await site.OpenAsync(fixture.Url("no/such/page/index.html"));
        await site.Page.Locator("main a").First.ClickAsync();
        await Assertions.Expect(site.Page).ToHaveURLAsync(fixture.Url("index.html"));
    }

    private async Task Opens(string url, string kind, bool javaScript)
    {
        await using var site = await fixture.NewPage(javaScript: javaScript);
        await site.OpenAsync(url);
        await site.LoadAllPicturesAsync();
        Assert.NotEmpty((await site.Page.Locator("h1").First.InnerTextAsync()).Trim());
        Assert.Empty(await site.Page.EvaluateAsync<string[]>(
            "[...document.images].filter(image => image.naturalWidth === 0).map(image => image.src)"));
        if (kind.StartsWith("unit ", StringComparison.Ordinal) && kind != "unit input")
        {
            var result = site.Page.Locator("[data-equation] data.y").First;
            await Assertions.Expect(result).ToBeVisibleAsync();
            Assert.Matches(@"\d", await result.InnerTextAsync());
        }

        site.Recorder.AssertClean();
    }
}
