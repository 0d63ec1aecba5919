using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Convscope.Tests.Cli.Support;

/// <summary>A small site under <c>convscope serve</c>, in this process.</summary>
internal sealed partial class ServedSite : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _interrupt = new();
    private readonly Lines _output = new();
    private readonly Lines _error = new();
    private readonly Task<int> _run;

    private ServedSite(TempSite site, string[] args)
    {
        Site = site;
        _run = Task.Run(() =>
            Convscope.Cli.App.Run(["serve", "--root", site.Folder, .. args], _output, _error, isRedirected: true, _interrupt.Token));
    }

    public TempSite Site { get; }

    public HttpClient Client { get; private set; } = new();

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public string Output => _output.Text;

    public string Error => _error.Text;

    /// <summary>Starts serving and waits for the first build.</summary>
    public static async Task<ServedSite> StartAsync(TempSite site, params string[] args)
    {
        var served = new ServedSite(site, [.. args, .. args.Contains("--port") ? Array.Empty<string>() : ["--port", $"{FreePort()}"]]);
        await served.Until(() => served.Output.Contains("Serving on ", StringComparison.Ordinal));
        served.Address = new Uri(AddressPattern().Match(served.Output).Groups[1].Value);
        served.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = served.Address };
        await served.Until(() => served.Version().Result > 0 || served.Problems().Result.Length > 0);
        return served;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits for something to become true.</summary>
    public async Task Until(Func<bool> holds)
    {
        var end = DateTime.UtcNow + Patience;
        while (!holds())
        {
            Assert.False(_run.IsCompleted, $"serving has ended: {Output}{Error}");
            Assert.True(DateTime.UtcNow < end, $"nothing happened: {Output}{Error}");
            await Task.Delay(30);
        }
    }

    /// <summary>Waits for a page to hold a text.</summary>
    public Task UntilPage(string route, string text) => Until(() => Get(route).Result.Contains(text, StringComparison.Ordinal));

    public async Task<string> Get(string route)
    {
        using var answer = await Client.GetAsync(new Uri(Address, route));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>How many builds changed the site, which the version ends with.</summary>
    public async Task<int> Version() =>
        int.Parse((await News()).GetProperty("version").GetString()!.Split('-')[1], CultureInfo.InvariantCulture);

    /// <summary>What stopped the last build, as browsers are told.</summary>
    public async Task<string[]> Problems() => ProblemsIn((await News()).GetProperty("panel").GetString()!);

    /// <summary>What a served page says that stopped the last build.</summary>
    public static string[] ProblemsIn(string html) =>
        [.. Html.Parse(html).QuerySelectorAll("#convscope-problems[role=alert] pre").Select(problem => problem.TextContent)];

    /// <summary>How many builds there were.</summary>
    public int Builds => _output.Count(line => line.Contains(" pages ", StringComparison.Ordinal));

    /// <summary>The first thing that a browser is told.</summary>
    public async Task<JsonElement> News()
    {
        using var answer = await Client.GetAsync(new Uri(Address, "__convscope/events"), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var line = await reader.ReadLineAsync();
        return JsonDocument.Parse(line!["data: ".Length..]).RootElement;
    }

    /// <summary>Status of a request whose target is sent as it stands.</summary>
    public async Task<int> StatusOf(string target, string? host = null) =>
        (await Ask($"GET {target} HTTP/1.1", $"Host: {host ?? Address.Authority}")).Status;

    /// <summary>Sends lines as they stand, and reads until the server closes.</summary>
    public async Task<RawAnswer> Ask(params string[] lines)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{string.Join("\r\n", lines)}\r\nConnection: close\r\n\r\n"));
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer).WaitAsync(Patience);
        return RawAnswer.Of(Encoding.Latin1.GetString(answer.ToArray()));
    }

    /// <summary>Interrupts it, as Ctrl-C does.</summary>
    public async Task<int> Stop()
    {
        await _interrupt.CancelAsync();
        return await _run.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Client.Dispose();
        _interrupt.Dispose();
        Site.Dispose();
    }

    [GeneratedRegex(@"Serving on (\S+)")]
    private static partial Regex AddressPattern();
}
