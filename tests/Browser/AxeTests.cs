using Convscope.Tests.Browser.Hosting;
using Xunit.Sdk;

namespace Convscope.Tests.Browser;

/// <summary>What looks for mistakes finds them: those of a page, and those of its dark colours alone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AxeTests(BrowserFixture fixture)
{
    [Fact]
    public async Task A_mistake_is_found_and_told()
    {
        await using var site = await fixture.NewPage();
        await site.Page.SetContentAsync(
            """
            <!doctype html><html lang="en"><title>Wrong</title>
            <style>body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { body { color: #777; background: #666 } }</style>
            <main><h1>Wrong</h1><img src="data:,"></main></html>
            """);
        var found = await Assert.ThrowsAsync<TrueException>(() => Axe.AssertFindsNothingAsync(site.Page));
        Assert.Contains("1440 Light image-alt (critical)", found.Message, StringComparison.Ordinal);
        Assert.Contains("360 Dark color-contrast (serious)", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Light color-contrast", found.Message, StringComparison.Ordinal);
    }
}
