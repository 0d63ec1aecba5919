using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A page in a context of its own, recorded from the start; disposing closes the context.</summary>
/// <param name="Page">Playwright's page.</param>
/// <param name="Recorder">What it said and loaded.</param>
/// <param name="HasScript">Whether the page's script runs.</param>
public sealed record SitePage(IPage Page, Recorder Recorder, bool HasScript = true) : IAsyncDisposable
{
    /// <summary>Goes to an address and waits until the page is alive: one that has numbers to fetch says so itself, any other is when it
    /// is loaded.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="until"><see cref="WaitUntilState.NetworkIdle"/> waits until nothing has been loading for half a second: for tests of
    /// what a page loads, and of what it doesn't.</param>
    public async Task OpenAsync(string url, WaitUntilState until = WaitUntilState.Load)
    {
        await Page.GotoAsync(url, new() { WaitUntil = until });
        if (HasScript) await UntilAliveAsync(Page);
    }

    /// <summary>Waits until the page is another one, and loaded: an address changes before the script of the page that it leads to
    /// runs.</summary>
    public async Task ArriveAsync(string url)
    {
        await Assertions.Expect(Page).ToHaveURLAsync(url);
        await Page.EvaluateAsync(
            "() => document.readyState === 'complete' || new Promise(done => addEventListener('load', () => done(true)))");
    }

    /// <summary>Waits until a page that is loaded is alive.</summary>
    public static Task UntilAliveAsync(IPage page) =>
        page.Locator("html[data-ready], html:not(:has(#view, #flatten-view))")
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Loads the pictures that are further down too, and waits for all of them.</summary>
    public Task LoadAllPicturesAsync() => Page.EvaluateAsync(
        """
        () => Promise.all([...document.images].map(image => {
          image.loading = "eager";
          return image.complete || new Promise(done => { image.onload = image.onerror = done; });
        }))
        """);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
