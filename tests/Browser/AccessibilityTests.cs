using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>axe finds nothing wrong with any kind of page: light and dark, on a desk and on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_light_and_dark_on_a_desk_and_on_a_phone(string kind)
    {
        await using var site = await fixture.NewPage();
        await site.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await site.OpenAsync(fixture.Url(PageKinds.Route(fixture.Site, kind)));
        await Axe.AssertFindsNothingAsync(site.Page);
    }
}
