using Convscope.Cli;
using Convscope.Core.Diagnostics;
using Convscope.Inference;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>A site of a network that holds many operators (<c>tests/fixtures/operators</c>), for one picture.</summary>
public class OperatorsSite : IAsyncLifetime
{
    private readonly string _folder = TempFolder.New();
    private StaticServer? _server;
    private IPlaywright? _playwright;
    private readonly Dictionary<(int Width, bool JavaScript), IPage> _kept = [];
    private IBrowser? _browser;

    /// <summary>The model's name in <c>tests/fixtures/operators</c>.</summary>
    protected virtual string Model => "operators";

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        var site = Path.Combine(_folder, "site");
        Directory.CreateDirectory(site);
        BuildAll();
        _server = await StaticServer.StartAsync(site);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>The network of the site.</summary>
    public OnnxModel Load() => OnnxModel.Load(ReadModel(), new SourceSpan(Model + ".onnx"), new());

    /// <summary>The address of a layer or unit of the picture, served or as a file.</summary>
    public string Url(string route, bool asFile = false) =>
        (asFile ? new Uri(Path.Combine(_folder, "site") + "/").AbsoluteUri : _server!.Origin + StaticServer.Prefix)
            + RouteOf(route);

    /// <summary>The page of a layer or unit.</summary>
    protected virtual string RouteOf(string route) => $"koala/{route}/index.html";

    /// <summary>Opens a page and waits until it is alive.</summary>
    public async Task<IPage> OpenAsync(string url, int width = 1440, bool touch = false, bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 }, HasTouch = touch, JavaScriptEnabled = javaScript, ReducedMotion =
                ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        await GoAsync(page, url, javaScript);
        return page;
    }

    /// <summary>Goes on to a page in a window that stays open from page to page, which is faster than one of its own, and waits until it
    /// is alive.</summary>
    public async Task<IPage> GoOnAsync(string url, int width, bool javaScript = true)
    {
        if (!_kept.TryGetValue((width, javaScript), out var page))
            return _kept[(width, javaScript)] = await OpenAsync(url, width, javaScript: javaScript);
        await GoAsync(page, url, javaScript);
        return page;
    }

    /// <summary>Waits until a unit's page shows a cell: <c>4,7</c>.</summary>
    public static Task AssertAtAsync(IPage page, string cell) =>
        Assertions.Expect(page.Locator("body")).ToHaveAttributeAsync("data-cell", cell);

    /// <summary>Asserts that axe finds nothing on a page, in a window of its own, since axe looks at it in several sizes and
    /// colours.</summary>
    public async Task AssertAccessibleAsync(string route)
    {
        var page = await OpenAsync(Url(route));
        await Axe.AssertFindsNothingAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task GoAsync(IPage page, string url, bool javaScript)
    {
        await page.GotoAsync(url);
        if (javaScript) await SitePage.UntilAliveAsync(page);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        if (_server is not null) await _server.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Lines of <c>site.yaml</c> besides the repository's own; none takes that as it is.</summary>
    protected virtual string Config => "";

    /// <summary>Builds what there is to look at.</summary>
    protected virtual void BuildAll() => Build(ReadModel(), "");

    /// <summary>The model's file.</summary>
    protected virtual byte[] ReadModel() => File.ReadAllBytes(FixturePath(".onnx"));

    private string FixturePath(string extension) => Path.Combine(Repository.Root, "tests", "fixtures", "operators", Model + extension);

    /// <summary>Builds a site of a model.</summary>
    /// <param name="bytes">The model's file.</param>
    /// <param name="name">The folder of the site, or empty for the root.</param>
    protected void Build(byte[] bytes, string name)
    {
        var root = Repository.Root;
        if (Config.Length > 0)
        {
            root = Path.Combine(_folder, "root");
            Directory.CreateDirectory(Path.Combine(root, "content"));
            File.WriteAllText(Path.Combine(root, "content", "site.yaml"), Config);
        }

        var images = Directory.CreateDirectory(Path.Combine(_folder, "images")).FullName;
        File.Copy(Path.Combine(Repository.Root, "content", "images", "koala.png"), Path.Combine(images, "koala.png"), overwrite: true);
        using var output = new StringWriter();
        using var error = new StringWriter();
        var model = Path.Combine(_folder, Model + ".onnx");
        File.WriteAllBytes(model, bytes);
        var metadata = FixturePath(".yaml");
        if (File.Exists(metadata)) File.Copy(metadata, Path.ChangeExtension(model, ".yaml"));
        string[] arguments = ["build", "--root", root, "--model", model, "--images", images, "--output", Path.Combine(_folder, "site", name)];
        var exit = App.Run(arguments, output, error, isRedirected: true, CancellationToken.None);
        if (exit != ExitCode.Ok) throw new InvalidOperationException($"the site of {Model}.onnx doesn't build ({exit}):\n{error}{output}");
    }
}
