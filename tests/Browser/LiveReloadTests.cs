using System.Net;
using System.Net.Sockets;
using Convscope.Cli;
using Convscope.Tests.Browser.Hosting;
using Convscope.Tests.Shared;
using Microsoft.Playwright;

namespace Convscope.Tests.Browser;

/// <summary>A page that <c>serve</c> shows follows its sources: it reloads when they change and says what is wrong with them.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LiveReloadTests : IDisposable
{
    private readonly string _folder = TempFolder.New();
    private readonly BrowserFixture _fixture;
    private readonly string _text, _config, _right;
    private readonly int _port = FreePort();

    public LiveReloadTests(BrowserFixture fixture)
    {
        _fixture = fixture;
        _text = Path.Combine(_folder, "content", "en", "index.md");
        _config = Path.Combine(_folder, "content", "site.yaml");
        _right = $"model: {Path.Combine(Repository.Root, "tests", "fixtures", "models", "small.onnx")}\nimages: {_folder}\n";
        File.Copy(Path.Combine(Repository.Root, "content", "images", "koala.png"), Path.Combine(_folder, "koala.png"));
        Directory.CreateDirectory(Path.GetDirectoryName(_text)!);
        File.WriteAllText(_config, _right);
        File.WriteAllText(_text, "# First words\n");
    }

    private string Address => $"http://127.0.0.1:{_port}/";

    [Fact]
    public async Task The_page_reloads_and_shows_what_is_wrong()
    {
        await using var server = await Server.StartAsync(_folder, _port);
        await using var page = await _fixture.NewPage();
        await page.Page.GotoAsync(Address);
        await Says(page.Page, "h1", "First words");

        await File.WriteAllTextAsync(_text, "# Second words\n");
        await Says(page.Page, "h1", "Second words");

        await File.WriteAllTextAsync(_config, _right + "titel: \"<b>x</b>\"\n");
        await Says(page.Page, "[role=alert]", "unknown key 'titel'");
        await Assertions.Expect(page.Page.Locator("h1").First).ToContainTextAsync("Second words");
        await using var plain = await _fixture.NewPage(javaScript: false);
        await plain.Page.GotoAsync(Address);
        await Says(plain.Page, "[role=alert]", "unknown key 'titel'");

        await File.WriteAllTextAsync(_config, _right);
        await page.Page.Locator("[role=alert]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(ExitCode.Cancelled, await server.Stop());
    }

    [Fact]
    public async Task A_page_of_an_earlier_server_loads_itself_again()
    {
        await using var page = await _fixture.NewPage();
        await using (await Server.StartAsync(_folder, _port))
        {
            await page.Page.GotoAsync(Address);
            await Says(page.Page, "h1", "First words");
        }

        await File.WriteAllTextAsync(_text, "# Second words\n");
        await using var again = await Server.StartAsync(_folder, _port);
        await Says(page.Page, "h1", "Second words");
    }

    /// <summary>A browser opens six connections to a server: that many tabs must not keep the next one waiting.</summary>
    [Fact]
    public async Task Tabs_that_no_one_sees_leave_room_for_the_next()
    {
        await using var server = await Server.StartAsync(_folder, _port);
        await using var first = await _fixture.NewPage();
        var context = first.Page.Context;
        for (var tab = 0; tab < 7; tab++)
        {
            var hidden = await context.NewPageAsync();
            await hidden.GotoAsync(Address);
            await hidden.EvaluateAsync(
                "() => { Object.defineProperty(document, 'visibilityState', { get: () => window.visibility }); window.visibility = 'hidden'; document.dispatchEvent(new Event('visibilitychange')); }");
        }

        await first.Page.GotoAsync(Address);
        await Says(first.Page, "h1", "First words");

        // Seen again, a tab catches up.
        await File.WriteAllTextAsync(_text, "# Second words\n");
        await Says(first.Page, "h1", "Second words");
        await Assertions.Expect(context.Pages[1].Locator("h1").First).ToContainTextAsync("First words");
        await context.Pages[1].EvaluateAsync(
            "() => { window.visibility = 'visible'; document.dispatchEvent(new Event('visibilitychange')); }");
        await Says(context.Pages[1], "h1", "Second words");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task Says(IPage page, string selector, string text) =>
        page.Locator(selector, new() { HasTextString = text }).First.WaitForAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A running <c>convscope serve</c> whose site has been built.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private readonly CancellationTokenSource _interrupt = new();
        private readonly StringWriter _output = new(), _error = new();
        private readonly Task<int> _run;

        private Server(string folder, int port) =>
            _run = Task.Run(() =>
                App.Run(["serve", "--root", folder, "--port", $"{port}"], _output, _error, isRedirected: true, _interrupt.Token));

        public static async Task<Server> StartAsync(string folder, int port)
        {
            var server = new Server(folder, port);
            for (var turn = 0; turn < 600 && !server._run.IsCompleted
                && !server._output.ToString().Contains(" pages ", StringComparison.Ordinal); turn++) await Task.Delay(50);
            Assert.False(server._run.IsCompleted, $"{server._output}{server._error}");
            return server;
        }

        public async Task<int> Stop()
        {
            await _interrupt.CancelAsync();
            return await _run;
        }

        public async ValueTask DisposeAsync()
        {
            await Stop();
            _interrupt.Dispose();
        }
    }
}
