using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Convscope.Tests.Browser.Hosting;

/// <summary>Serves a folder below a sub-path as GitHub Pages does, with <c>404.html</c> for what isn't there.</summary>
public sealed class StaticServer : IAsyncDisposable
{
    /// <summary>Where the site stands: a repository's name with a capital letter, which careless links get wrong.</summary>
    public const string Prefix = "/some/Repo/";

    private readonly WebApplication _app;

    private StaticServer(WebApplication app) => _app = app;

    /// <summary>Scheme, host and port.</summary>
    public string Origin => _app.Urls.First();

    /// <summary>Starts serving on a free port.</summary>
    public static async Task<StaticServer> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseFileServer(new FileServerOptions { RequestPath = Prefix.TrimEnd('/'), FileProvider = new PhysicalFileProvider(folder) });
        app.Run(async context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.SendFileAsync(Path.Combine(folder, "404.html"));
        });
        await app.StartAsync();
        return new(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
