using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Convscope.Cli.Serving;

/// <summary>
/// Serves a built site to this machine's browsers, below its real base path, with a script in every page that reloads it. Nothing may
/// be cached, and nothing outside of the site is served.
/// </summary>
public sealed class LiveServer : IAsyncDisposable
{
    private const string Own = "__convscope/";
    private static readonly string[] OurNames = ["127.0.0.1", "localhost", "[::1]"];
    private static readonly string Script = ReadScript();
    private readonly Listeners _listeners = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ServedPages _pages;
    private SiteFolder _site;
    private WebApplication? _app;

    /// <summary>Makes a server.</summary>
    /// <param name="folder">Full path of the site, which need not be there yet.</param>
    /// <param name="basePath">Where to mount it, with a slash at both ends.</param>
    public LiveServer(string folder, string basePath) => (BasePath, _site, _pages) = (basePath, new(folder, basePath), new(basePath + Own));

    /// <summary>What the last build came to.</summary>
    public LiveState State { get; private set; } = LiveState.Start();

    /// <summary>Where the site is mounted, with a slash at both ends.</summary>
    public string BasePath { get; }

    /// <summary>The address of the site's home page.</summary>
    public string Address => _app!.Urls.First() + BasePath;

    /// <summary>Starts listening.</summary>
    /// <param name="port">The port; 0 for any that is free.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });

        // The host's own would take the user's interrupt for itself.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Run(Answer);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        _app = app;
    }

    /// <summary>Serves another folder from now on: the configuration's output has changed.</summary>
    /// <param name="folder">Full path of the site.</param>
    public void Show(string folder) => _site = new(folder, BasePath);

    /// <summary>Takes in what a build came to and tells the browsers.</summary>
    public void Update(LiveState state)
    {
        if (state == State) return;
        State = state;
        _listeners.Tell(state.ToJson());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_app is not null) await _app.DisposeAsync();
        _end.Dispose();
    }

    private Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";

        // A page of elsewhere can have its own name lead to this machine; it still can't have ours.
        if (!OurNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
            return Reply.Text(context,
                StatusCodes.Status421MisdirectedRequest, $"This is convscope serve, for this machine alone: open {Address}\n");
        if (request.Method is not ("GET" or "HEAD"))
        {
            response.Headers.Allow = "GET, HEAD";
            return Reply.Text(context, StatusCodes.Status405MethodNotAllowed, "A site can only be read: GET or HEAD\n");
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target == BasePath + Own + "events") return Events(context);
        if (target.Split('?')[0] == BasePath + Own + "live.js")
            return Reply.Text(context, StatusCodes.Status200OK, Script, ContentTypes.Of(".js"));
        if (target == "/" && BasePath != "/")
        {
            response.Redirect(BasePath);
            return Task.CompletedTask;
        }

        return Serve(context, _site.Find(target));
    }

    private async Task Serve(HttpContext context, Found found)
    {
        if (found.Address is { } address)
        {
            context.Response.Redirect(address);
            return;
        }

        try
        {
            if (found.File is { } file)
            {
                await (IsPage(file) ? Reply.Page(context, _pages.Of(await File.ReadAllTextAsync(file), State)) : Reply.File(context, file));
                return;
            }

            if (_site.NotFound is { } page)
            {
                await Reply.Text(context, StatusCodes.Status404NotFound, _pages.Of(await File.ReadAllTextAsync(page), State),
                    ContentTypes.Of(page));
                return;
            }
        }
        catch (IOException) when (!context.Response.HasStarted)
        {
            // A build has just taken it away.
        }

        await Reply.Text(context, StatusCodes.Status503ServiceUnavailable, _pages.Waiting(State), ContentTypes.Of(".html"));
    }

    private static bool IsPage(string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase);

    private async Task Events(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        if (HttpMethods.IsHead(context.Request.Method)) return;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
        await _listeners.Listen(
            () => State.ToJson(),
            async news =>
            {
                await context.Response.WriteAsync($"data: {news}\n\n", gone.Token);
                await context.Response.Body.FlushAsync(gone.Token);
            },
            gone.Token);
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(typeof(LiveServer).Assembly.GetManifestResourceStream("live.js")!);
        return reader.ReadToEnd();
    }

    /// <summary>Leaves the process's signals alone.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
