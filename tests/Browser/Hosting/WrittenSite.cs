using Convscope.Cli;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site whose sources the tests write themselves, opened as files.</summary>
public abstract class WrittenSite : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Full path of the folder that holds its sources, and what is built of them in <c>output/</c>.</summary>
    protected string Folder { get; } = TempFolder.New();

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        WriteSources();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = App.Run(["build", "--root", Folder], output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok) throw new InvalidOperationException($"{GetType().Name} doesn't build ({exit}):\n{error}{output}");
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Opens a page in a context of its own.</summary>
    public async Task<SitePage> OpenAsync(string route, int width)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        var site = new SitePage(page, new(page, new Uri(Folder).AbsoluteUri));
        await site.OpenAsync(Url(route));
        return site;
    }

    /// <summary>The address of a page.</summary>
    public string Url(string route) => new Uri(Path.Combine(Folder, "output", route)).AbsoluteUri;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Writes what the site is built from.</summary>
    protected abstract void WriteSources();

    /// <summary>Writes a text, and the folders that it lies in.</summary>
    protected void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
        File.WriteAllText(Path.Combine(Folder, path), text);
    }

    /// <summary>Copies a file of the repository.</summary>
    protected void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, to))!);
        File.Copy(Path.Combine(Repository.Root, from), Path.Combine(Folder, to));
    }
}
