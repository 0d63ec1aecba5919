using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A page in a context of its own, recorded from the start; disposing closes the context.</summary>
/// <param name="Page">Playwright's page.</param>
/// <param name="Recorder">What it said and loaded.</param>
public sealed record SitePage(IPage Page, Recorder Recorder) : IAsyncDisposable
{
    /// <summary>Goes to an address and waits until nothing loads any more.</summary>
    public async Task OpenAsync(string url)
    {
        await Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

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
