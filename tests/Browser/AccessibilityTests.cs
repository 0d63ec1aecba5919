using Convscope.Tests.Browser.Hosting;
using Deque.AxeCore.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>axe finds nothing wrong with any kind of page: light and dark, on a desk and on a phone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(BrowserFixture fixture)
{
    private const int Desk = 1440;
    private const int Phone = 360;

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_in_light_on_a_desk(string kind) => await AxeFindsNothing(kind, Desk, dark: false);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_in_dark_on_a_desk(string kind) => await AxeFindsNothing(kind, Desk, dark: true);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_in_light_on_a_phone(string kind) => await AxeFindsNothing(kind, Phone, dark: false);

    [Theory]
    [MemberData(nameof(PageKinds.Data), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_in_dark_on_a_phone(string kind) => await AxeFindsNothing(kind, Phone, dark: true);

    private async Task AxeFindsNothing(string kind, int width, bool dark)
    {
        await using var site = await fixture.NewPage(width, 900, dark: dark);
        await site.OpenAsync(fixture.Url(PageKinds.Route(fixture.Site, kind)));
        var found = (await site.Page.RunAxe()).Violations.Select(violation =>
            $"{violation.Id} ({violation.Impact}): {violation.Help}\n" + string.Join("\n", violation.Nodes.Take(5).Select(node => $"  {node.Html}\n    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}")));
        Assert.True(!found.Any(), string.Join("\n", found));
    }
}
