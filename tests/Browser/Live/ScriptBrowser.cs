using Convscope.Tests.Browser.Hosting;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Live;

/// <summary>A browser without a site: its pages import the scripts of <c>templates/</c> as they are, module by module.</summary>
public sealed class ScriptBrowser : IAsyncLifetime
{
    private const string Origin = "http://templates.test/";
    private static readonly string Templates = Path.Combine(Repository.Root, "templates");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Kinds of operator that a script computes: all that have a <c>forward.js</c>.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Directory.EnumerateDirectories(Path.Combine(Templates, "widgets"))
        .Where(folder => File.Exists(Path.Combine(folder, "forward.js"))).Select(folder => Path.GetFileName(folder)).Order()];

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Opens an empty page.</summary>
    /// <param name="change">Changes the text of a script on its way: path, text.</param>
    public async Task<IPage> OpenAsync(Func<string, string, string>? change = null)
    {
        var page = await _browser!.NewPageAsync();
        await page.RouteAsync(Origin + "**", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
            if (path.Length == 0) await route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html>" });
            else
            {
                var text = await File.ReadAllTextAsync(Path.Combine(Templates, path));
                await route.FulfillAsync(new() { ContentType = "text/javascript", Body = change?.Invoke(path, text) ?? text });
            }
        });
        await page.GotoAsync(Origin);
        return page;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
