using Convscope.Cli;
using Convscope.Tests.Operators;
using Convscope.Tests.Shared;
using Google.Protobuf;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of a deep network that the tests write themselves, for one picture.</summary>
public sealed class DeepSite : IAsyncLifetime
{
    private readonly string _folder = TempFolder.New();
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        Build();
        _server = await StaticServer.StartAsync(Path.Combine(_folder, "site"));
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The address of a page, served or as a file.</summary>
    public string Url(string route, bool asFile = false) =>
        (asFile ? new Uri(Path.Combine(_folder, "site") + "/").AbsoluteUri : _server!.Origin + StaticServer.Prefix) + route;

    /// <summary>Opens a page in a context of its own.</summary>
    public async Task<SitePage> OpenAsync(string route, int width = 1440, bool javaScript = true, bool dark = false, bool asFile = false,
        WaitUntilState until = WaitUntilState.Load)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        var site = new SitePage(page, new(page, _server!.Origin + StaticServer.Prefix,
            new Uri(Path.Combine(_folder, "site") + "/").AbsoluteUri), javaScript);
        await site.OpenAsync(Url(route, asFile), until);
        return site;
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Build()
    {
        var images = Directory.CreateDirectory(Path.Combine(_folder, "images")).FullName;
        File.Copy(Path.Combine(Repository.Root, "content", "images", "koala.png"), Path.Combine(images, "koala.png"));
        var model = Path.Combine(_folder, "deep.onnx");
        File.WriteAllBytes(model, DeepModel.Build().Model.ToByteArray());
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["build", "--root", Repository.Root, "--model", model, "--images", images, "--output",
            Path.Combine(_folder, "site")];
        var exit = App.Run(arguments, output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok)
            throw new InvalidOperationException($"the site of a deep network doesn't build ({exit}):\n{error}{output}");
    }
}
