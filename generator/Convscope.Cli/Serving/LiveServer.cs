using System.Net;
using System.Text;
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
    private static readonly string Script = ReadScript();
    private readonly Listeners _listeners = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SiteFolder _site;
    private WebApplication? _app;

    /// <summary>Makes a server.</summary>
    /// <param name="folder">Full path of the site, which need not be there yet.</param>
    /// <param name="basePath">Where to mount it, with a slash at both ends.</param>
    public LiveServer(string folder, string basePath) => (BasePath, _site) = (basePath, new(folder, basePath));

    /// <summary>What the last build came to.</summary>
    public LiveState State { get; private set; } = LiveState.First;

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
        if (request.Host.Host is not ("127.0.0.1" or "localhost")) return Send(context, StatusCodes.Status404NotFound, "text/plain", "");
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return Send(context, StatusCodes.Status405MethodNotAllowed, "text/plain", "");
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (target == BasePath + Own + "events") return Events(context);
        if (target.Split('?')[0] == BasePath + Own + "live.js") return Send(context, StatusCodes.Status200OK, "text/javascript; charset=utf-8", Script);
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
                await SendFile(context, StatusCodes.Status200OK, file);
                return;
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A build has just taken it away.
        }

        if (_site.NotFound is { } page) await SendFile(context, StatusCodes.Status404NotFound, page);
        else await Send(context, State.Problems.IsEmpty ? StatusCodes.Status404NotFound : StatusCodes.Status503ServiceUnavailable, "text/html; charset=utf-8", WithScript(Waiting()));
    }

    private Task SendFile(HttpContext context, int status, string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)
        ? Send(context, status, ContentTypes.Of(file), WithScript(File.ReadAllText(file)))
        : Send(context, status, ContentTypes.Of(file), File.ReadAllBytes(file));

    private static Task Send(HttpContext context, int status, string type, string text) => Send(context, status, type, Encoding.UTF8.GetBytes(text));

    private static async Task Send(HttpContext context, int status, string type, byte[] content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content);
    }

    private async Task Events(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
        await _listeners.Listen(
            State.ToJson(),
            async news =>
            {
                await context.Response.WriteAsync($"data: {news}\n\n", gone.Token);
                await context.Response.Body.FlushAsync(gone.Token);
            },
            gone.Token);
    }

    private string WithScript(string html)
    {
        var script = $"<script src=\"{BasePath}{Own}live.js?version={State.Version}\" defer></script>\n";
        var head = html.IndexOf("</head>", StringComparison.OrdinalIgnoreCase);
        return head < 0 ? html + script : html.Insert(head, script);
    }

    /// <summary>The page until there is a site: the problems are told by the script, and here for those without it.</summary>
    private string Waiting()
    {
        var problems = string.Concat(State.Problems.Select(problem => $"<pre style=\"white-space:pre-wrap\">{WebUtility.HtmlEncode(problem)}</pre>\n"));
        return $"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Convscope</title>\n</head>\n<body>\n<h1>There is no site yet</h1>\n{problems}</body>\n</html>\n";
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
