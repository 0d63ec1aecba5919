using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>One built site, one server and one browser for all tests of the collection; a context for each page.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The site under test.</summary>
    public BuiltSite Site { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        Site = new BuiltSite();
        _server = await StaticServer.StartAsync(Site.Folder);
    }

    /// <summary>The address of a page on the server: <c>http://127.0.0.1:port/some/Repo/route</c>.</summary>
    public string Url(string route) => _server!.Origin + StaticServer.Prefix + route;

    /// <summary>The address of a page as a double-clicked file.</summary>
    public string FileUrl(string route) => new Uri(Path.Combine(Site.Folder, route)).AbsoluteUri;

    /// <summary>Opens a blank page in a context of its own.</summary>
    public async Task<SitePage> NewPage(int width = 1440, int height = 900, bool javaScript = true, bool dark = false, bool touch = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            HasTouch = touch,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        return new(page, new(page, _server!.Origin + StaticServer.Prefix, FileUrl("")), javaScript);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
        _playwright?.Dispose();
        Site?.Dispose();
    }
}
